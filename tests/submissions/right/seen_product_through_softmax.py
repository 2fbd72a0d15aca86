import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
for n in (16, 8, 3): X = X @ np.random.randn(X.shape[1], n); print(X.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B
C = np.exp(C) / np.exp(C).sum(axis=1, keepdims=True)
print("attention weights like", C.shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]; C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2): C[i][j] += A[i][k] * B[k][j]
print(C, np.allclose(C, np.dot(A, B)))
