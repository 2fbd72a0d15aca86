import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
def mm(P, Q):
    R = np.zeros((len(P), len(Q[0])))
    for i in range(len(P)):
        for j in range(len(Q[0])):
            for k in range(len(Q)):
                R[i, j] += P[i, k] * Q[k, j]
    return R
V = mm(W1, W2)
U = mm(V, W3)
h1 = mm(X, W1)
h2 = mm(X, V)
h3 = mm(X, U)
print(h1.shape, h2.shape, h3.shape)

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
print(C)
print(np.allclose(C, A @ B))
