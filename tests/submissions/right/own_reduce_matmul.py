# matmul_practice.py
# coming from Haskell so: folds!
from functools import reduce
from operator import add, mul

import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]

# foldl (@) X (take n Ws)
for n in range(len(Ws) + 1):
    y = reduce(np.matmul, Ws[:n], X)
    print("after", n, "layers:", y.shape)

# transpose: fold over the rows, every row of A and B gives one rank 1 matrix
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = reduce(np.add, map(lambda ab: np.outer(*ab), zip(A, B)))
assert np.allclose(C, reduce(np.matmul, (A.T, B)))
print("A'B :: ", C.shape)

# by hand. foldr would do as well
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]


def dot(u, v):
    return reduce(add, map(mul, u, v), 0)


def matmul(M, N):
    cols = list(zip(*N))
    return [[dot(r, c) for c in cols] for r in M]


C = matmul(A, B)
print(C)
print("same as numpy:", reduce(lambda p, q: p and q, [c == d for r, s in zip(C, np.matmul(A, B)) for c, d in zip(r, s)]))
