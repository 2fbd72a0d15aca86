import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("after W1:", (h := X @ W1).shape)
print("after W2:", (h := h @ W2).shape)
print("after W3:", (h := h @ W3).shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A^T B:", (A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row_a, row_b in zip(A, B):
    C.append([x * y for x, y in zip(row_a, row_b)])
print("C:", C)
print("np:", (np.array(A) @ np.array(B)).tolist())
