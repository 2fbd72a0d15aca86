import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
a = X @ W1; b = a @ W2; c = b @ W3
print("Layer 1 ok", a.shape) if a.shape == (100, 16) else print("Layer 1 bad")
print("Layer 2 ok", b.shape) if b.shape == (100, 8) else print("Layer 2 bad")
print("Layer 3 ok", c.shape) if c.shape == (100, 3) else print("Layer 3 bad")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("Shape ok") if (A.T @ B).shape == (3, 4) else print("Shape bad")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("Row sums mine", [sum(r) for r in C], "numpy", np.dot(A, B).sum(1).tolist())
for i in range(2):
    for j in range(2):
        print("ok" if C[i][j] == np.dot(A, B)[i][j] else "bad", end=" ")
