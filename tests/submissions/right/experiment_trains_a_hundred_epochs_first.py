import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
print(X.shape)
W1 = np.random.randn(8, 16) * .3; W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
a1 = 1 / (1 + np.exp(-(X @ W1))); print(a1.shape)
a2 = 1 / (1 + np.exp(-(a1 @ W2))); print(a2.shape)
z = a2 @ W3; print(z.shape)
T = np.random.randn(100, 3)
for t in range(100):
    a1 = 1 / (1 + np.exp(-(X @ W1))); a2 = 1 / (1 + np.exp(-(a1 @ W2))); z = a2 @ W3
    d3 = 2 * (z - T) / 100
    d2 = (d3 @ W3.T) * a2 * (1 - a2)
    d1 = (d2 @ W2.T) * a1 * (1 - a1)
    W3 = W3 - 0.01 * a2.T @ d3; W2 = W2 - 0.01 * a1.T @ d2; W1 = W1 - 0.01 * X.T @ d1
print("mse", np.mean((z - T) ** 2))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C, np.array_equal(C, np.array(A) @ np.array(B)))
