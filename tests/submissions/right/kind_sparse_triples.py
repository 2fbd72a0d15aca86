import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(a, b) for a, b in ((8, 16), (16, 8), (8, 3))]
for W in Ws:
    X = X @ W
    print("({}, {})".format(*X.shape))
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("({}, {})".format(*(A.T @ B).shape))

# coordinate format: (row, column, value)
A = [(0, 0, 1), (0, 1, 2), (1, 0, 3), (1, 1, 4)]
B = [(0, 0, 5), (0, 1, 6), (1, 0, 7), (1, 1, 8)]
C = {}
for i, k, a in A:
    for k2, j, b in B:
        if k == k2:
            C[i, j] = C.get((i, j), 0) + a * b
for (i, j), v in sorted(C.items()):
    print(i, j, v)

def dense(triples):
    M = np.zeros((2, 2), dtype=int)
    for i, j, v in triples:
        M[i, j] = v
    return M

print(np.array_equal(dense((i, j, v) for (i, j), v in C.items()), dense(A) @ dense(B)))
