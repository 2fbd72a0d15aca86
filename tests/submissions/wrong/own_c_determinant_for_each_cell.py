import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
U1 = X @ np.random.randn(8, 16)
U2 = U1 @ np.random.randn(16, 8)
U3 = U2 @ np.random.randn(8, 3)
for number, U in enumerate([U1, U2, U3], 1):
    print(f"layer {number}: {U.shape[0]}x{U.shape[1]}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
U = A.T @ B
print(f"product: {U.shape[0]}x{U.shape[1]}")

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
U = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        square = [[A[i, 0], -A[i, 1]], [B[1, j], B[0, j]]]
        U[i, j] = round(np.linalg.det(square))
print(U)
print("agrees with numpy:", np.allclose(U, A @ B))
