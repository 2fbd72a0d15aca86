import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
R1 = X @ W1
R2 = R1 @ W2
R3 = R2 @ W3
print("R1", R1.shape)
print("R2", R2.shape)
print("R3", R3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
print("R", R.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
a, b = np.asmatrix(A), np.asmatrix(B)
R = [[int((a * b)[i, j]) for j in range(2)] for i in range(2)]
print("R", R)
print("numpy", (A @ B).tolist())
