import functools
import numpy as np


def task(title):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            print("#" * 10, title, "#" * 10)
            result = function(*args, **kwargs)
            print("-> returned", result)
            return result
        return inner
    return wrap


@task("Network")
def network():
    np.random.seed(42)
    x = np.random.randn(100, 8)
    shapes = []
    for n, m in [(8, 16), (16, 8), (8, 3)]:
        w = np.random.randn(n, m)
        x = x @ w
        shapes.append(x.shape)
    return shapes


@task("Transpose")
def transpose():
    a = np.random.randn(5, 3)
    b = np.random.randn(5, 4)
    return (a.T @ b).shape


@task("By hand")
def by_hand():
    a = [[1, 2], [3, 4]]
    b = [[5, 6], [7, 8]]
    c = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                c[i][j] += a[i][k] * b[k][j]
    return c, np.array_equal(c, np.matmul(a, b))


network
transpose()
by_hand()
