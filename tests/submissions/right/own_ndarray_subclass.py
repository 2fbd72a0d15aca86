import numpy as np


class Named(np.ndarray):
    """ndarray that knows its name, X @ W1 is called 'X W1'"""

    def __new__(cls, data, name=""):
        obj = np.asarray(data).view(cls)
        obj.name = name
        return obj

    def __array_finalize__(self, obj):
        self.name = getattr(obj, "name", "")

    def __matmul__(self, other):
        out = super().__matmul__(other)
        out.name = f"{self.name} {other.name}"
        print(f"{out.name:<12} has shape {tuple(out.shape)}")
        return out

    @property
    def T(self):
        out = self.transpose()
        out.name = self.name + "^T"
        return out


np.random.seed(42)
X = Named(np.random.randn(100, 8), "X")
W1, W2, W3 = (Named(np.random.randn(n, m), f"W{i}") for i, n, m in [(1, 8, 16), (2, 16, 8), (3, 8, 3)])
Y = X @ W1 @ W2 @ W3

A = Named(np.random.randn(5, 3), "A")
B = Named(np.random.randn(5, 4), "B")
assert (A.T @ B).shape == (3, 4)

A = Named([[1, 2], [3, 4]], "A")
B = Named([[5, 6], [7, 8]], "B")
C = Named(np.zeros((2, 2), int), "C")
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += int(A[i, k]) * int(B[k, j])
print(C)
print("C == A @ B", bool(np.all(C == A @ B)))
