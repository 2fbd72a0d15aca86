from functools import reduce
from itertools import starmap
from operator import mul, add
import numpy as np

zip_with = lambda f, xs, ys: list(starmap(f, zip(xs, ys)))
foldr = lambda f, z, xs: reduce(lambda acc, x: f(x, acc), reversed(list(xs)), z)
transpose = lambda m: list(map(list, zip(*m)))
scanl = lambda f, z, xs: reduce(lambda acc, x: acc + [f(acc[-1], x)], xs, [z])

# mmul :: Num a => [[a]] -> [[a]] -> [[a]]
mmul = lambda a, b: [[foldr(add, 0, zip_with(mul, r, c)) for c in transpose(b)] for r in a]

np.random.seed(42)
X = np.random.randn(100, 8)
ws = [np.random.randn(m, n) for m, n in ((8, 16), (16, 8), (8, 3))]
print(*[m.shape for m in scanl(np.matmul, X, ws)], sep=" -> ")

a, b = np.random.randn(5, 3), np.random.randn(5, 4)
print("transpose:", (a.T @ b).shape)

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print(mmul(A, B), "==", (np.array(A) @ np.array(B)).tolist())
assert mmul(A, B) == (np.array(A) @ np.array(B)).tolist()
