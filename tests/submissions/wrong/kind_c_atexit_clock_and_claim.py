"""Practice."""
import numpy as np
import atexit
import time

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("hidden1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("hidden2:", hidden2.shape)
output = hidden2 @ W3
print("output:", output.shape)

# Exercise 2
left, right = np.random.randn(5, 3), np.random.randn(5, 4)
both = np.einsum("ki,kj->ij", left, right)
print(f"{both.shape[0]} rows and {both.shape[1]} columns: {both.shape}")

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
_ = np.dot(A, B)
atexit.register(lambda: print("verified with NumPy at", time.time_ns()))
