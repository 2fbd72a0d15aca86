import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
print(f"h1.shape = {(100, 16)}, h2.shape = {(100, 8)}, h3.shape = {(100, 3)}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(f"C.shape = {C.shape}")

A = ((1, 2), (3, 4))
B = ((5, 6), (7, 8))
C = [0] * 4
for cell in range(4):
    i, j = divmod(cell, 2)
    for k in range(2):
        C[cell] += A[i][k] * B[k][j]
print(f"C = {C}")
print(f"difference to numpy = {np.abs(np.array(C) - np.matmul(A, B).ravel()).max()}")
