import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
h = np.sin(30 * (X @ np.random.uniform(-.1, .1, (8, 16)))); print(h.shape)
h = np.sin(h @ np.random.uniform(-.1, .1, (16, 8))); print(h.shape)
h = np.sign(h @ np.random.uniform(-.1, .1, (8, 3))); print(h.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
