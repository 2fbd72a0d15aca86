import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
X = X @ W1
print(X.shape)
X = X @ W2
print(X.shape)
X = X @ W3
print(X.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.moveaxis(A, 0, 1) @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=int)
for i, a_row in enumerate(A):
    for j, b_col in enumerate(B.T):
        C[i, j] = np.vecdot(a_row, b_col)
print(C)
print((A @ B == C).all())
