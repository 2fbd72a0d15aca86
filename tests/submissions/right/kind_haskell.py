from functools import reduce, partial
from itertools import starmap, accumulate, chain
from operator import mul, add, matmul, attrgetter
import numpy as np

compose = lambda *fs: lambda x: reduce(lambda acc, f: f(acc), fs, x)
dot = lambda xs, ys: reduce(add, map(mul, xs, ys))
transpose = lambda m: list(map(list, zip(*m)))
mmul = lambda a, b: list(map(lambda r: list(map(partial(dot, r), transpose(b))), a))
shape = attrgetter("shape")

np.random.seed(42)
x = np.random.randn(100, 8)
ws = list(starmap(np.random.randn, [(8, 16), (16, 8), (8, 3)]))
print(*map(shape, list(accumulate(ws, matmul, initial=x))[1:]), sep=" -> ")

a, b = starmap(np.random.randn, [(5, 3), (5, 4)])
print(shape(reduce(matmul, [a.T, b])))

a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
c = mmul(a, b)
print(c)
print(list(chain(*c)) == np.ravel(np.dot(a, b)).tolist())
