import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
for s in (X, h1, h2, h3):
    print(s.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
ok = np.allclose(C, np.array(A) @ np.array(B))
print("ok")
