import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h2 = h1 @ W2
h3 = h2 @ W3
print("Layer shapes:", h1.shape, h2.shape, h3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
h = A.T @ B
print("Shape:", h.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
steps = [[(5, 14), (6, 16)], [(15, 28), (18, 32)]]
C = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += steps[i][j][k]
print("Product:", C.tolist())
print("Same as NumPy:", np.array_equal(C, A @ B))
