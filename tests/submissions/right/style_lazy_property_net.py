import numpy as np
from functools import cached_property

class Net:
    def __init__(self, x):
        self.x = x
        self.w = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
    @cached_property
    def one(self): return self.x @ self.w[0]
    @cached_property
    def two(self): return self.one @ self.w[1]
    @cached_property
    def three(self): return self.two @ self.w[2]

class Pair:
    def __init__(self, a, b): self.a, self.b = a, b
    @property
    def crossed(self): return self.a.T @ self.b
    @property
    def by_hand(self):
        return [[sum(self.a[i][k] * self.b[k][j] for k in range(len(self.b)))
                 for j in range(len(self.b[0]))] for i in range(len(self.a))]
    @property
    def by_numpy(self): return np.array(self.a) @ np.array(self.b)
    @property
    def verified(self): return np.array_equal(self.by_hand, self.by_numpy)

np.random.seed(42)
net = Net(np.random.randn(100, 8))
print(net.three.shape, net.two.shape, net.one.shape, "(last to first)")
print(Pair(np.random.randn(5, 3), np.random.randn(5, 4)).crossed.shape)
p = Pair([[1, 2], [3, 4]], [[5, 6], [7, 8]])
print(p.by_hand, p.verified)
