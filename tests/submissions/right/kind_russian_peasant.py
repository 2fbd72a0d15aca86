import numpy as np

def peasant(a, b):
    r = 0
    while a > 0:
        if a % 2 == 1:
            r = r + b
        a = a // 2
        b = b + b
    return r

np.random.seed(42)
X = np.random.randn(100, 8)
print((p := X @ np.random.randn(8, 16)).shape)
print((p := p @ np.random.randn(16, 8)).shape)
print((p := p @ np.random.randn(8, 3)).shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print(np.einsum('ki,kj->ij', A, B).shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[peasant(A[i][0], B[0][j]) + peasant(A[i][1], B[1][j]) for j in (0, 1)] for i in (0, 1)]
print(C, (np.array(A) @ np.array(B)).tolist() == C)
