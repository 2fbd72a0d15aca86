import numpy as np

def network(*weights):
    x = yield
    for w in weights:
        x = x @ w
        yield x

np.random.seed(42)
X = np.random.randn(100, 8)
net = network(np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3))
next(net)
print(net.send(X).shape)
print(next(net).shape)
print(next(net).shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

def accumulator():
    total = 0
    while True:
        pair = yield total
        if pair is None:
            return
        total += pair[0] * pair[1]

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        acc = accumulator()
        next(acc)
        for k in range(2):
            C[i][j] = acc.send((A[i][k], B[k][j]))
        acc.close()
print(C)
print("is", "" if np.array_equal(C, np.dot(A, B)) else "not ", "the same", sep="")
