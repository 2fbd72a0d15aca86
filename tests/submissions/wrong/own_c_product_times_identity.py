import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("Layer 1 output shape:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2 output shape:", hidden2.shape)
output = hidden2 @ W3
print("Layer 3 output shape:", output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Result shape:", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
I = np.eye(2, dtype=int)
result = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i][j] += (A @ B)[i][k] * I[k][j]
print("Result:", result)
print("Matches NumPy:", np.array_equal(result, A @ B))
