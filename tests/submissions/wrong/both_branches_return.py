import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h1 = X @ W1; h2 = h1 @ W2; h3 = h2 @ W3
print(X.shape, h1.shape, h2.shape, h3.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print((A.T @ B).shape)

def equal(P, Q):
    for i in range(2):
        for j in range(2):
            if P[i][j] == Q[i][j]:
                return True
            else:
                return False

def multiply(A, B):
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    return C

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = multiply(A, B)
print(C)
print("Equal to numpy:", equal(C, np.array(A) @ np.array(B)))
