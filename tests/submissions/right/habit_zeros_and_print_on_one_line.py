import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
print(X.shape)
h1 = np.maximum(X @ W1, np.zeros((100, 16))); print(h1.shape)
h2 = np.maximum(h1 @ W2, np.zeros((100, 8))); print(h2.shape)
y = np.maximum(h2 @ W3, np.zeros((100, 3))); print(y.shape)
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
