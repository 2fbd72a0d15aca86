import numpy as np

# Scheme course: no loops if I can help it ... but the exercise says loop, so the cells are in a loop

def forward(x, weights, depth=1):
    if not weights:
        return x
    first, *rest = weights
    y = x @ first
    print("  " * depth + "depth", depth, "shape", y.shape)
    return forward(y, rest, depth + 1)

def inner(u, v):
    if len(u) == 0:
        return 0
    (a, *us), (b, *vs) = u, v
    return a * b + inner(us, vs)

def column(M, j):
    return [] if not M else [M[0][j]] + column(M[1:], j)

def times(M, N):
    out = []
    for r in M:
        out.append([])
        for j in range(len(N[0])):
            out[-1].append(inner(r, column(N, j)))
    return out

np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(n, m) for n, m in [(8, 16), (16, 8), (8, 3)]]
forward(X, Ws)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)

def gram(A, B):
    """A^T B of the first row plus A^T B of the others"""
    if len(A) == 1:
        return A.T @ B
    return gram(A[:1], B[:1]) + gram(A[1:], B[1:])

G = gram(A, B)
print(G.shape, "close to A.T @ B:", np.allclose(G, A.T @ B))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
P = times(A, B)

def same(p, q):
    if not isinstance(p, list):
        return p == q
    return len(p) == len(q) and all(same(x, y) for x, y in zip(p, q))

print(P, same(P, np.matmul(A, B).tolist()))
