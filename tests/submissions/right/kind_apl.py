import numpy as np
ρ = np.shape
ι = np.arange
def inner(f, g, a, b):
    """generalised inner product  a f.g b"""
    out = np.empty((ρ(a)[0], ρ(b)[1]), dtype=object)
    for i in ι(ρ(a)[0]):
        for j in ι(ρ(b)[1]):
            acc = None
            for k in ι(ρ(b)[0]):
                v = g(a[i, k], b[k, j])
                acc = v if acc is None else f(acc, v)
            out[i, j] = acc
    return out
plus = lambda x, y: x + y
times = lambda x, y: x * y
np.random.seed(42)
X = np.random.randn(100, 8)
for n, m in ((8, 16), (16, 8), (8, 3)):
    X = X @ np.random.randn(n, m)
    print(*ρ(X))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(*ρ(inner(plus, times, A.T, B)))
A = ι(1, 5).reshape(2, 2)
B = 4 + A
C = inner(plus, times, A, B)
print(C)
print((C == A @ B).all())
