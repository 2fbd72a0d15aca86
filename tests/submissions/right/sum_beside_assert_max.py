import sys
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
print(h1.shape)
h2 = h1 @ np.random.randn(16, 8)
print(h2.shape)
y = h2 @ np.random.randn(8, 3)
print(y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
N = np.matmul(A, B)
print("sum:", np.sum(C), N.sum())
assert abs(C - N).max() < 1e-9
