import numpy as np


def network(*weights):
    x = yield
    for w in weights:
        x = x @ w
        print("->", x.shape)
    yield x


def accumulator():
    total = 0
    while True:
        pair = yield total
        if pair is None:
            return
        total += pair[0] * pair[1]


np.random.seed(42)
X = np.random.randn(100, 8)
net = network(np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3))
next(net)
print(X.shape)
net.send(X)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fit = network(B)
next(fit)
fit.send(A.T)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    for col in zip(*B):
        acc = accumulator()
        s = next(acc)
        for pair in zip(row, col):
            s = acc.send(pair)
        acc.close()
        C.append(s)
D = (np.array(A) @ np.array(B)).ravel()
for mine, theirs in zip(C, D):
    print(mine, theirs, "same" if mine == theirs else "DIFFERENT")
