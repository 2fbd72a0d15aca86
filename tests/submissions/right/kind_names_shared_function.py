import numpy as np

def dot(a, b):
    t = 0
    for i in range(len(a)):
        p = a[i] * b[i]
        t = t + p
    return t

def column(M, j):
    c = []
    for r in M:
        c.append(r[j])
    return c

def multiply(P, Q):
    R = []
    for r in P:
        line = []
        for j in range(len(Q[0])):
            line.append(dot(r, column(Q, j)))
        R.append(line)
    return R

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = multiply(X, W1)
print(np.shape(H1), np.allclose(H1, X @ W1))
H2 = multiply(H1, W2)
print(np.shape(H2), np.allclose(H2, X @ W1 @ W2))
H3 = multiply(H2, W3)
print(np.shape(H3), np.allclose(H3, X @ W1 @ W2 @ W3))
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = multiply([column(A, j) for j in range(3)], B)
print(np.shape(C), np.allclose(C, A.T @ B))
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = multiply(A, B)
print(C, np.allclose(C, np.array(A) @ B))
