import numpy as np

# Part 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("hidden 1:", h1.shape)
h2 = h1 @ W2
print("hidden 2:", h2.shape)
out = h2 @ W3
print("output:", out.shape)


P = np.random.rand(5, 3)
Q = np.random.rand(5, 4)
PQ = np.matmul(P.transpose(), Q)
assert PQ.shape == (3, 4), "falsche Form"
print("Form:", PQ.shape)


def multiplicar(A, B):
    filas, cols, n = len(A), len(B[0]), len(B)
    C = [[0] * cols for _ in range(filas)]
    for i in range(filas):
        for j in range(cols):
            for k in range(n):
                C[i][j] += A[i][k] * B[k][j]
    return C

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.array(multiplicar(A, B))
print("resultado:", C)
print("numpy:", A @ B)
print("equal:", np.array_equal(C, C))
