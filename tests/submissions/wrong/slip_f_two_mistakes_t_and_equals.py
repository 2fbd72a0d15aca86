import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
z1 = X @ W1
print("z1", z1.shape)
z2 = z1 @ W2
print("z2", z2.shape)
z3 = z2 @ W3
print("z3", z3.shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
Z = B.T @ A
print("Z", Z.shape)
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] = A[i, k] * B[k, j]
print(C, (C == A @ B).all())
