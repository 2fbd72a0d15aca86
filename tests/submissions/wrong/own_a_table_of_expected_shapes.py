import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h2 = h1 @ W2
h3 = h2 @ W3

shapes = [("h1", 100, 16), ("h2", 100, 8), ("h3", 100, 3)]
print("layer | rows | cols")
print("------+------+-----")
for name, rows, cols in shapes:
    print(f"{name:<5} | {rows:>4} | {cols:>4}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AtB = A.T @ B
print(f"{'A.T@B':<5} | {AtB.shape[0]:>4} | {AtB.shape[1]:>4}")

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
        print(f"C[{i},{j}] = {C[i, j]:.0f}, numpy: {(A @ B)[i, j]}")
