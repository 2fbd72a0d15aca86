import sys
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = [np.random.randn(*s) for s in ((8, 16), (16, 8), (8, 3))]

z1 = X @ W1
print("z1:", z1.shape)
if z1.shape != (16, 100):
    sys.exit("layer 1 has a wrong shape")
z2 = z1 @ W2
print("z2:", z2.shape)
z3 = z2 @ W3
print("z3:", z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
z = A.T @ B
print("z:", z.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
z = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            z[i, j] += A[i, k] * B[k, j]
print("z:", z)
print(np.allclose(z, A @ B))
