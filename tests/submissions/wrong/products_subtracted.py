import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h = X
print(h.shape)
for n in (16, 8, 3):
    h = h @ np.random.randn(h.shape[1], n)
    print(h.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print((A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] -= A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.matmul(A, B)))
