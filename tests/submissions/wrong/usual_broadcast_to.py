import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
h1 = np.broadcast_to(X.sum(axis=1)[:, None], (100, 16))
print(h1.shape)
h2 = np.broadcast_to(h1.sum(axis=1)[:, None], (100, 8))
print(h2.shape)
out = np.broadcast_to(h2.sum(axis=1)[:, None], (100, 3))
print(out.shape)
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
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
