import numpy as np
from numpy.random import randn, seed

seed(42)
(X := randn(100, 8))
W1, W2, W3 = (randn(*s) for s in [(8, 16), (16, 8), (8, 3)])
print("one line for all three:",
      (h1 := X @ W1).shape, (h2 := h1 @ W2).shape, (out := h2 @ W3).shape)

if (C := (A := randn(5, 3)).T @ (B := randn(5, 4))).shape != (3, 4):
    raise SystemExit("wrong shape %r" % (C.shape,))
print(f"{(rows := C.shape[0])} by {(cols := C.shape[1])}")

(a, b), (c, d) = A = [[1, 2], [3, 4]]
(e, f), (g, h) = B = [[5, 6], [7, 8]]
# check that I unpacked well
assert [a, b, c, d] == [*A[0], *A[1]] and [e, f, g, h] == [*B[0], *B[1]]

t = 0
first, *others = [
    t := sum(x * y for x, y in zip(row, col))
    for row in [(a, b), (c, d)]
    for col in [(e, g), (f, h)]
]
middle, last = others[:-1], others[-1]
print("hand :", first, *middle, last)
print("numpy:", *(N := np.array(A) @ B).flat)
print("last one is t:", t == last, "| all equal:", [first, *middle, last] == [*N.flat])
