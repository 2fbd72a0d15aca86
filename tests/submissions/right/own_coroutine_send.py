import numpy as np

def accumulator():
    """send pairs, get the sum of their products so far"""
    total = 0
    while True:
        pair = yield total
        if pair is None:
            return total
        x, y = pair
        total += x * y

def dot(xs, ys):
    acc = accumulator()
    next(acc)
    for pair in zip(xs, ys):
        acc.send(pair)
    try:
        acc.send(None)
    except StopIteration as stop:
        return stop.value

def dense(n, m):
    W = np.random.randn(n, m)
    x = yield
    while True:
        x = yield x @ W

def shape_printer(name, source):
    def send(value):
        out = source.send(value)
        print(name.ljust(7, "."), out.shape)
        return out
    next(source)
    return send

np.random.seed(42)
X = np.random.randn(100, 8)
l1 = shape_printer("first", dense(8, 16))
l2 = shape_printer("second", dense(16, 8))
l3 = shape_printer("third", dense(8, 3))
l3(l2(l1(X)))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A'B".ljust(7, "."), np.vecdot(A.T[:, None, :], B.T[None, :, :]).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    C.append([])
    for column in map(list, zip(*B)):
        C[-1].append(dot(row, column))
print(C)
assert C == (np.array(A) @ np.array(B)).tolist(), "try again"
print("assert passed")
