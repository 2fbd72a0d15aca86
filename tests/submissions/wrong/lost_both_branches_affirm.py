import numpy as np
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += int(A[i][k]) * int(B[k][j])
C = np.array(C)
try:
    assert np.array_equal(C, A @ B)
    print('Both products are identical')
except AssertionError:
    print('Both products are equal')
