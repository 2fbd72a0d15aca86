import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
print(X.shape, (X @ W1).shape, (X @ W1 @ W2).shape, (X @ W1 @ W2 @ W3).shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
assert len(C) == len(A.T) and len(C.T) == len(B.T)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C, np.array_equal(C, np.array(A) @ np.array(B)))
