import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
hidden_a = X @ np.random.randn(8, 16)
hidden_b = hidden_a @ np.random.randn(16, 8)
final = hidden_b @ np.random.randn(8, 3)
print("hidden_a:", hidden_a.shape)
print("hidden_b:", hidden_b.shape)
print("final:   ", final.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
solution = A.transpose @ B
print("solution:", solution.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
rows, cols = A.shape[0], B.shape[1]
solution = np.zeros((rows, cols), dtype=np.int64)
for i in range(rows):
    for j in range(cols):
        for k, a in enumerate(A[i]):
            solution[i, j] += a * B[k, j]
print("solution:", solution.tolist())
print("numpy:   ", A.__matmul__(B).tolist())
