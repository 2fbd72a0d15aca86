import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
s1, s2, s3 = (m.shape for m in (X @ W1, X @ W1 @ W2, X @ W1 @ W2 @ W3))
print(s1); print(s2); print(s3)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
rows, cols = np.dot(A.T, B).shape
assert rows == 3
assert cols == 4

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("sum of my cells:", sum(map(sum, C)))
print("sum of numpy's :", np.dot(A, B).sum())
for i in range(2):
    assert C[i] == list(np.dot(A, B)[i]), i
