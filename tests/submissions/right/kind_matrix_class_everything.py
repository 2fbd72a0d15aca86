import numpy as np


class Matrix:
    """Rows in a tuple of tuples, immutable like in Scala."""

    def __init__(self, rows):
        self.rows = tuple(tuple(r) for r in rows)

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __matmul__(self, other):
        (n, m), (m2, p) = self.shape, other.shape
        if m != m2:
            raise ValueError(f"{self.shape} and {other.shape} do not fit")
        return Matrix([[sum(self[i, k] * other[k, j] for k in range(m)) for j in range(p)] for i in range(n)])

    def __eq__(self, other):
        return np.allclose(self.rows, other)

    def __repr__(self):
        return "Matrix(" + repr(self.rows) + ")"


np.random.seed(42)
X = Matrix(np.random.randn(100, 8))
W1, W2, W3 = Matrix(np.random.randn(8, 16)), Matrix(np.random.randn(16, 8)), Matrix(np.random.randn(8, 3))
h1 = X @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
out = h2 @ W3
print(out.shape)

A, B = Matrix(np.random.randn(5, 3)), Matrix(np.random.randn(5, 4))
try:
    A @ B
except ValueError as e:
    print("Error:", e)
print((A.T @ B).shape)

A, B = Matrix([[1, 2], [3, 4]]), Matrix([[5, 6], [7, 8]])
C = A @ B
print(C)
print("verified", C == np.array(A.rows) @ np.array(B.rows))
