import numpy as np

class Layer:
    def __init__(self, x, n_out):
        self.w = np.random.randn(x.shape[1], n_out)
        self.out = x @ self.w
        self.n_out = n_out
    @property
    def shape(self):
        return (len(self.out), self.n_out)
np.random.seed(42)
X = np.random.randn(100, 8)
a = Layer(X, 16)
b = Layer(a.out, 8)
c = Layer(b.out, 3)
for layer in (a, b, c):
    print(layer.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Result:", C.shape)

P = np.array([[1, 2], [3, 4]])
Q = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += P[i, k] * Q[k, j]
print(R)
print("equal:", np.array_equal(R, P @ Q))
