import numpy as np
from types import SimpleNamespace as NS
from collections import Counter

def network(seed):
    np.random.seed(seed)
    state = NS(x=np.random.randn(100, 8))
    def layer(n):
        state.x = state.x @ np.random.randn(state.x.shape[1], n)
        return state.x.shape
    return layer

layer = network(42)
print(*(layer(n) for n in (16, 8, 3)))
s = NS(A=np.random.randn(5, 3), B=np.random.randn(5, 4))
s.C = s.A.T @ s.B
print(s.C.shape)
m = NS(a=NS(x=[1, 2], y=[3, 4]), b=NS(x=[5, 6], y=[7, 8]))
C = Counter()
for i, row in enumerate((m.a.x, m.a.y)):
    for k, col in enumerate((m.b.x, m.b.y)):
        for j in range(2):
            C[i, j] += row[k] * col[j]
print(dict(C))
N = np.array([m.a.x, m.a.y]) @ np.array([m.b.x, m.b.y])
print(all(C[i, j] == N[i, j] for i in range(2) for j in range(2)))
