"""Practice."""
import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("Layer 1 shape:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2 shape:", hidden1.shape)
output = hidden2 @ W3
print("Layer 3 shape:", output.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = np.matmul(np.transpose(A), B)
assert fixed.shape == (3, 4)
print("fixed", fixed.shape)

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
mine = [[sum(a * b for a, b in zip(row, column)) for column in zip(*B)] for row in A]
print(mine, "==", (A @ B).tolist(), "?", mine == (A @ B).tolist())
