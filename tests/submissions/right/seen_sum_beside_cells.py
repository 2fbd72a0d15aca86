import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
a = X @ W1; b = a @ W2; c = b @ W3
print(a.shape, b.shape, c.shape)
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
print("the product:", C, "the sum of its cells:", sum(map(sum, C)))
for i in range(2):
    for j in range(2):
        np.testing.assert_equal(C[i][j], np.dot(A, B)[i, j])
