import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
print(X.shape, h1.shape, h2.shape, h3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = []
for i in range(3):
    row = []
    for j in range(4):
        s = 0
        for k in range(5):
            s += A[k, i] * B[k, j]
        row.append(s)
    C.append(row)
C = np.array(C)
print(C.shape)
print(np.allclose(C, A.T @ B))

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("Match:", np.allclose(C, A @ B))
