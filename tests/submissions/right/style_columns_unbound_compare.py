import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z1 = X @ W1
print("Z1", Z1.shape)
Z2 = Z1 @ W2
print("Z2", Z2.shape)
Z3 = Z2 @ W3
print("Z3", Z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
col0 = [0, 0]
col1 = [0, 0]
for i in range(2):
    for k in range(2):
        col0[i] += A[i][k] * B[k][0]
        col1[i] += A[i][k] * B[k][1]
print("columns:", col0, col1)
print(np.array_equal(np.column_stack([col0, col1]), np.array(A) @ np.array(B)))
