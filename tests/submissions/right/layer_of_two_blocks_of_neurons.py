import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
Wl, Wr = np.random.randn(8, 8), np.random.randn(8, 8)
h1 = np.concatenate([X @ Wl, X @ Wr], axis=1)
print("layer1", h1.shape)
h2 = h1 @ np.random.randn(16, 8)
print("layer2", h2.shape)
out = h2 @ np.random.randn(8, 3)
print("layer3", out.shape)
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
