import numpy as np

act = np.vectorize(lambda v: max(0.1 * v, v))
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = act(X @ np.random.randn(8, 16)); h2 = act(h1 @ np.random.randn(16, 8)); h3 = h2 @ np.random.randn(8, 3)
print(h1.shape, h2.shape, h3.shape)

A = np.random.rand(5, 3) > 0.5
B = np.random.randint(0, 9, (5, 4))
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        C[i, j] = np.sum([A[i, k] * B[k, j] for k in range(2)])
print(C); print(np.array_equal(C, A @ B))
