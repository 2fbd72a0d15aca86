import numpy as np
np.random.seed(42)
h = np.random.randn(100, 8)
for m in (16, 8, 3):
    h = h @ np.random.randn(h.shape[1], m)
    print(h.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        if i == 0:
            C[i][j] = 1 * B[0][j] + 2 * B[1][j]
        else:
            C[i][j] = 3 * B[0][j] + 4 * B[1][j]
print(C)
print(np.array_equal(C, np.dot(A, B)))
