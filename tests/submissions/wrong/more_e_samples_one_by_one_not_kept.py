import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
for x in X:
    h1 = x @ W1
    h2 = h1 @ W2
    out = h2 @ W3
print(X.shape, h1.shape, h2.shape, out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    A @ B
except ValueError as err:
    print("does not work:", err)
fixed = np.matmul(A.T, B)
print("Fixed shape:", fixed.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
print(C)
np.testing.assert_array_equal(C, np.matmul(A, B))
print("matches numpy")
