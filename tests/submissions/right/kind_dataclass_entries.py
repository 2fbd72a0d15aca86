from dataclasses import dataclass, astuple
import numpy as np


@dataclass(frozen=True)
class M2:
    a: int
    b: int
    c: int
    d: int

    def __matmul__(self, o):
        return M2(
            self.a * o.a + self.b * o.c,
            self.a * o.b + self.b * o.d,
            self.c * o.a + self.d * o.c,
            self.c * o.b + self.d * o.d,
        )

    def array(self):
        return np.array([[self.a, self.b], [self.c, self.d]])

    def rows(self):
        return [[self.a, self.b], [self.c, self.d]]

    def times(self, other):
        out = []
        for row in self.rows():
            out += [sum(p * q for p, q in zip(row, col)) for col in zip(*other.rows())]
        return M2(*out)


np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
y = h2 @ np.random.randn(8, 3)
for label, m in zip(("h1", "h2", "y"), (h1, h2, y)):
    print(f"{label}: {m.shape}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(f"{(A.T @ B).shape=}")

A = M2(a=1, b=2, c=3, d=4)
B = M2(a=5, b=6, c=7, d=8)
C = A.times(B)
print(C)
print(np.array_equal(C.array(), A.array() @ B.array()))
