import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
out = h2 @ W3
print(out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

class Vec(list):
    def __mul__(self, other):
        t = 0
        for x, y in zip(self, other):
            t = t + x * y
        return t


class M2:
    def __init__(self, *rows):
        self.rows = [Vec(r) for r in rows]
        self.cols = [Vec(c) for c in zip(*rows)]

    def __mul__(self, other):
        return M2(*[[r * c for c in other.cols] for r in self.rows])

    def array(self):
        return np.array(self.rows)


A, B = M2([1, 2], [3, 4]), M2([5, 6], [7, 8])
print((A * B).array())
print("✔" if np.array_equal((A * B).array(), A.array() @ B.array()) else "✘")
