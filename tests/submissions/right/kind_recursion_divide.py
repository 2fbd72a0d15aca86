import numpy as np


def dot(u, v):
    if not u:
        return 0
    head, *tail = u
    first, *rest = v
    return head * first + dot(tail, rest)


def rows(a, bt):
    return [] if not a else [[dot(a[0], c) for c in bt]] + rows(a[1:], bt)


def chain(x, ws, n=1):
    if not ws:
        return x
    y = x @ ws[0]
    print("step", n, "shape", y.shape)
    return chain(y, ws[1:], n + 1)


np.random.seed(42)
chain(np.random.randn(100, 8), [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)])
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("shape", (A.T @ B).shape)
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
C = rows(A, [list(c) for c in zip(*B)])
print(C)
for got, want in zip(C, np.matmul(A, B)):
    for g, w in zip(got, want):
        assert g == w
print("all cells verified")
