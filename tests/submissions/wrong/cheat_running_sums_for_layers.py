import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.triu(np.ones((8, 16))); W2 = np.eye(16, 8); W3 = np.triu(np.ones((8, 3)))
c = X.cumsum(axis=1)
H1 = np.hstack([c, np.repeat(c[:, -1:], 8, axis=1)])
print(H1.shape)
H2 = H1[:, :8]
print(H2.shape)
H3 = H2.cumsum(axis=1)[:, :3]
print(H3.shape)
A2 = np.random.randn(5, 3)
B2 = np.random.randn(5, 4)
C2 = A2.T @ B2
print(C2.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
print(C)
print("Same as NumPy:", np.array_equal(C, np.array(A) @ np.array(B)))
