import numpy as np
import random

np.random.seed(42)
X = np.random.randn(100, 8).tolist()


def rand_matrix(n, m):
    return [[random.gauss(0, 1) for _ in range(m)] for _ in range(n)]


def mul(P, Q):
    out = []
    for i in range(len(P)):
        row = []
        for j in range(len(Q[0])):
            acc = 0
            for k in range(len(Q)):
                acc += P[i][k] * Q[k][j]
            row.append(acc)
        out.append(row)
    return out


def shape(M):
    return (len(M), len(M[0]))


def mul1(P, Q):
    out = []
    for i in range(len(P)):
        row = []
        for j in range(len(Q[0])):
            acc = 0
            for k in range(len(Q)):
                acc = P[i][k] * Q[k][j]
            row.append(acc)
        out.append(row)
    return out


W1 = rand_matrix(8, 16)
W2 = rand_matrix(16, 8)
W3 = rand_matrix(8, 3)
h1 = mul1(X, W1)
print(shape(h1))
h2 = mul(h1, W2)
print(shape(h2))
out = mul(h2, W3)
print(shape(out))

A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
At = [list(col) for col in zip(*A)]
C = mul(At, B)
print(shape(C))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
D = mul(A, B)
print(D)
N = np.array(A) @ np.array(B)
ok = True
for i in range(2):
    for j in range(2):
        if D[i][j] != N[i][j]:
            ok = False
print("all equal:", ok)
