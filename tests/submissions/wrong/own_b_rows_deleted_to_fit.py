import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
print("X", X.shape)
X1 = X @ np.random.randn(8, 16)
print("X1", X1.shape)
X2 = X1 @ np.random.randn(16, 8)
print("X2", X2.shape)
X3 = X2 @ np.random.randn(8, 3)
print("X3", X3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# inner dimensions are 3 and 5, so two rows have to go
A_square = np.delete(A, [3, 4], axis=0)
B_short = np.delete(B, [3, 4], axis=0)
print(A_square.shape, B_short.shape)
R = A_square @ B_short
print("R", R.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(A.shape[0]):
    for j in range(B.shape[1]):
        summe = 0
        for k in range(A.shape[1]):
            summe = summe + A[i, k] * B[k, j]
        R[i, j] = summe
print("R", R.tolist(), "numpy", (A @ B).tolist())
