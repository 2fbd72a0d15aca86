import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
print("Hidden layer 1 shape:", (H1 := np.tanh(X @ W1)).shape)
print("Hidden layer 2 shape:", (H2 := np.tanh(H1 @ W2)).shape)
print("Output layer shape:", (H3 := H2 @ W3).shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = A.T @ B
print("Is the shape (rows, cols) as wanted?", C.shape == (3, 4))
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
total = np.zeros(4, dtype=int)
for cell in range(4):
    i, j = divmod(cell, 2)
    for k in range(2):
        total[cell] += A.flat[2 * i + k] * B.flat[2 * k + j]
C = total.reshape(2, 2)
print(C)
print("solve gives back A:", np.allclose(np.linalg.solve(B.T, C.T).T, A), "and dot agrees:", not np.any(C - A.dot(B)))
