import numpy as np
from numpy.random import Generator, MT19937

gen = Generator(MT19937(42))
X = gen.standard_normal(size=(100, 8))
weights = {
    "W1": gen.standard_normal(size=(8, 16)),
    "W2": gen.standard_normal(size=(16, 8)),
    "W3": gen.standard_normal(size=(8, 3)),
}
out = X
for key, w in weights.items():
    out = np.maximum(out @ w, 0)
    print(key, w.shape, "gives", out.shape)

A = gen.standard_normal(size=(5, 3))
B = gen.standard_normal(size=(5, 4))
out = A.T @ B
print("A.T @ B", out.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
out = np.zeros_like(A)
for (i, j), _ in np.ndenumerate(out):
    acc = 0
    for k in range(A.shape[1]):
        acc = acc + A[i, k] * B[k, j]
    out[i, j] = acc
print(out)
print("equal to numpy:", (out == A @ B).all())
