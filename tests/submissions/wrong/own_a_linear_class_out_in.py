import numpy as np


class Linear:
    """Fully connected layer, weight stored like in torch."""

    def __init__(self, in_features, out_features):
        self.weight = np.random.randn(out_features, in_features)
        self.bias = np.zeros(out_features)

    def __call__(self, x):
        return x @ self.weight + self.bias


np.random.seed(42)
X = np.random.randn(100, 8)
fc1 = Linear(8, 16)
fc2 = Linear(16, 8)
fc3 = Linear(8, 3)

x = fc1(X)
print("fc1:", tuple(x.shape))
x = fc2(x)
print("fc2:", tuple(x.shape))
x = fc3(x)
print("fc3:", tuple(x.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A.T @ B:", tuple((A.T @ B).shape))

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.empty((2, 2))
for i in range(2):
    for j in range(2):
        value = 0.0
        for k in range(2):
            value += A[i, k] * B[k, j]
        C[i, j] = value
print(C)
print(np.allclose(C, A @ B))
