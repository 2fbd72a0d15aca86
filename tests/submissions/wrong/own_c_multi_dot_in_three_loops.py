import numpy as np
from numpy import linalg as la

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
S1 = X @ W1
print(S1.shape)
S2 = S1 @ W2
print(S2.shape)
S3 = S2 @ W3
print(S3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
S = A.T @ B
print(S.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
n = 2
S = np.zeros((n, n))
for i in range(n):
    for j in range(n):
        for k in range(n):
            S[i, j] += la.multi_dot([A, B])[i, j] / n
print(S)
print(np.allclose(S, A @ B))
