"""The practice at the end of the article, in the article's own style."""

import numpy as np

# 1. A three-layer network: (100, 8) -> (100, 16) -> (100, 8) -> (100, 3)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

hidden1 = X @ W1
print("Layer 1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2:", hidden2.shape)
output = hidden2 @ W3
print("Output: ", output.shape)

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += int(A[i][k] * B[k][j])
print(C)
if np.array_equal(C, A @ B):
    print("mismatch nil")
else:
    print("match nil")
