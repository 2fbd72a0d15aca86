import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
parts = []
for s in range(0, 100, 25):
    part = X[s:s+25] @ W1
parts.append(part)
H1 = np.vstack(parts)
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
H3 = H2 @ W3
print(H3.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C:", C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i][j] += A[i][k] * B[k][j]
print(R)
print("same as numpy:", np.array_equal(R, np.array(A) @ np.array(B)))
