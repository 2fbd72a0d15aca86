from functools import cached_property, lru_cache, singledispatch
import numpy as np


class Net:
    def __init__(self):
        np.random.seed(42)
        self.X = np.random.randn(100, 8)
        self.W1 = np.random.randn(8, 16)
        self.W2 = np.random.randn(16, 8)
        self.W3 = np.random.randn(8, 3)

    @cached_property
    def hidden1(self):
        return self.X @ self.W1

    @cached_property
    def hidden2(self):
        return np.maximum(self.hidden1, 0) @ self.W2

    @cached_property
    def output(self):
        return np.maximum(self.hidden2, 0) @ self.W3


@singledispatch
def show(x):
    print(x)


@show.register
def _(x: np.ndarray):
    print("array with shape", x.shape)


net = Net()
# asking for the last one first computes the others
for attribute in ("output", "hidden2", "hidden1"):
    print(attribute, end=": ")
    show(getattr(net, attribute))

a, b = np.random.randn(5, 3), np.random.randn(5, 4)
show(a.T @ b)

a, b = ((1, 2), (3, 4)), ((5, 6), (7, 8))


@lru_cache(maxsize=None)
def cell(i, j, k=1):
    """sum of the products 0..k"""
    here = a[i][k] * b[k][j]
    return here if k == 0 else cell(i, j, k - 1) + here


c = tuple(tuple(cell(i, j) for j in range(2)) for i in range(2))
show(c)
show(cell.cache_info())
show("equal to numpy: %s" % (np.array(c) == np.dot(a, b)).all())
