import numpy as np


def check(name, condition):
    if condition:
        print("PASS", name)
    else:
        print("FAIL", name)


def show(name, arr):
    print(name, arr.shape)


np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.rand(8, 16)
W2 = np.random.rand(16, 8)
W3 = np.random.rand(8, 3)
Z1 = X @ W1
Z2 = Z1 @ W2
Z3 = Z2 @ W3
show("X", X)
show("Z1", Z1)
show("Z2", Z2)
show("Z3", Z3)
check("Z3 shape", Z3.shape == (100, 3))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = A.T.dot(B)
check("fixed shape", fixed.shape == (3, 4))
check("fixed values", np.allclose(fixed, A.T @ B))

M = [[1, 2], [3, 4]]
N = [[5, 6], [7, 8]]


def dot(u, v):
    t = 0
    for x, y in zip(u, v):
        t += x * y
    return t


def column(m, j):
    return [row[j] for row in m]


P = []
for i in range(2):
    r = []
    for j in range(2):
        r.append(dot(M[i], column(N, j)))
    P.append(r)
    check("by hand", np.array_equal(np.array(P), np.array(M) @ np.array(N)))
