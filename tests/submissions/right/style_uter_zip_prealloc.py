import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
for n in (16, 8, 3):
    X = X @ np.random.randn(X.shape[1], n)
    print(X.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for a, b in zip(A, B):
    C += np.outer(a, b)
print("shape", C.shape)
print(np.allclose(C, A.T @ B))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(C == np.dot(A, B).tolist())
