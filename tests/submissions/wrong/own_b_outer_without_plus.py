import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
Z = [X]
for n in range(3):
    Z.append(Z[n] @ W[n])
    print("Z", n + 1, Z[n + 1].shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for a, b in zip(A, B):
    C = np.outer(a, b)
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for k in range(2):
    for i in range(2):
        for j in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("C", C)
print("np", np.matmul(A, B).tolist())
