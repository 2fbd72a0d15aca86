import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
H1 = X @ W1
print(f"{H1.shape[0]} rows, from 8 to {H1.shape[1]} columns")
H2 = H1 @ W2
print(f"{H2.shape[0]} rows, from 16 to {H2.shape[1]} columns")
O = H2 @ W3
print(f"{O.shape[0]} rows, from 8 to {O.shape[1]} columns")
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
