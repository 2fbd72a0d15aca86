import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
theta = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
z1 = X @ theta[0]
z2 = z1 @ theta[1]
z3 = z2 @ theta[2]
print("z1:", z1.shape, "\nz2:", z2.shape, "\nz3:", z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
z = A.T @ B
print("z:", z.shape)

# without loops, much faster!
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
z = (A[:, :, None] * B[None, :, :]).sum(axis=1)
print("z:", z)
print("equal to A @ B:", np.array_equal(z, A @ B))
