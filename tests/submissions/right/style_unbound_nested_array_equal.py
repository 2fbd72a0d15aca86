import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z1 = X @ W1
print("Z1", Z1.shape)
Z2 = Z1 @ W2
print("Z2", Z2.shape)
Z3 = Z2 @ W3
print("Z3", Z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
def cell(i, j):
    t = 0
    for k in range(2):
        t += A[i][k] * B[k][j]
    return t
a = cell(0, 0); b = cell(0, 1); c = cell(1, 0); d = cell(1, 1)
print(a, b, c, d)
print(np.array_equal([[a, b], [c, d]], np.array(A) @ np.array(B)))
