import numpy as np
from collections import namedtuple, OrderedDict
from pprint import pprint

Layer = namedtuple("Layer", "W b act")
relu = lambda z: np.maximum(z, 0)
ident = lambda z: z
np.random.seed(42)
X = np.random.randn(100, 8)
net = [
    Layer(np.random.randn(8, 16) * .1, np.zeros(16), relu),
    Layer(np.random.randn(16, 8) * .1, np.zeros(8), relu),
    Layer(np.random.randn(8, 3) * .1, np.zeros(3), ident),
]
shapes = OrderedDict(input=X.shape)
out = X
for n, (W, b, act) in enumerate(net):
    out = act(out @ W + b)
    shapes["layer_%d" % n] = out.shape
pprint(dict(shapes))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = np.array([[A[r][c] for r in range(5)] for c in range(3)])
P = At @ B
pprint({"A": A.shape, "At": At.shape, "B": B.shape, "At @ B": P.shape})

M = [[1, 2], [3, 4]]
N = [[5, 6], [7, 8]]
R = {}
for i in range(2):
    for j in range(2):
        R[i, j] = sum(M[i][k] * N[k][j] for k in range(2))
pprint(R)
expected = np.matmul(M, N)
pprint({key: (val, int(expected[key]), val == expected[key]) for key, val in R.items()})
