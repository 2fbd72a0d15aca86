"""Try This"""
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print(X.shape)
h1 = X @ W1
h2 = h1 @ W2
out = h2 @ W3

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    A @ B
except ValueError as err:
    print("does not work:", err)
fixed = np.matmul(A.T, B)
print("Fixed shape:", fixed.shape)

def matmul(a, b):
    rows, inner, cols = len(a), len(b), len(b[0])
    res = [[0 for _ in range(cols)] for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            total = 0
            for k in range(inner):
                total += a[i][k] * b[k][j]
            res[i][j] = total
    return res

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul(A, B)
print(C)
assert np.array_equal(np.array(C), np.array(A) @ np.array(B))
print("verified")
