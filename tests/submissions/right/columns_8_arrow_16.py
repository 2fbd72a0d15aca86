import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
H1 = X @ W1
print(f"rows: {H1.shape[0]}, columns: 8 -> {H1.shape[1]}")
H2 = H1 @ W2
print(f"rows: {H2.shape[0]}, columns: 16 -> {H2.shape[1]}")
O = H2 @ W3
print(f"rows: {O.shape[0]}, columns: 8 -> {O.shape[1]}")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("Equal:", np.array_equal(C, A @ B))
