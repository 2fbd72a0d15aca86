import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h1 = np.empty((100, 16)); np.matmul(X, W1, out=h1); print(h1.shape)
h2 = np.empty((100, 8)); np.matmul(h1, W2, out=h2); print(h2.shape)
y = np.empty((100, 3)); np.matmul(h2, W3, out=y); print(y.shape)
print(X.shape)

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
