import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("matrix   h1   h2   h3    C")
print("rows  ", *(f"{len(m):4d}" for m in (h1, h2, h3, C)))
print("cols  ", *(f"{len(m[0]):4d}" for m in (h1, h2, h3, C)))
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.array_equal(C, A @ B))
