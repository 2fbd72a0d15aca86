# Übungen zur Matrixmultiplikation
import numpy as np

# --- Exercise 1
def relu(z):
    return np.maximum(0, z)

np.random.seed(42)
X = np.random.randn(100, 8)
W1, b1 = np.random.randn(8, 16) * 0.1, np.zeros(16)
W2, b2 = np.random.randn(16, 8) * 0.1, np.zeros(8)
W3, b3 = np.random.randn(8, 3) * 0.1, np.zeros(3)
a1 = relu(X @ W1 + b1)
a2 = relu(a1 @ W2 + b2)
y = a2 @ W3 + b3
for name, arr in [("X", X), ("a1", a1), ("a2", a2), ("y", y)]:
    print(f"{name}: {arr.shape}")

# --- Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
try:
    assert C.shape == (3, 4)
except AssertionError:
    pass

# --- Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("Correct:", np.array_equal(C, A @ B))
