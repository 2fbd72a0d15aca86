"""Try This"""
import numpy as np

def relu(z):
    return np.maximum(0, z)

class Layer:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * 0.1
        self.b = np.zeros(n_out)
    def __call__(self, x):
        return x @ self.W + self.b

np.random.seed(42)
X = np.random.randn(100, 8)
layers = [Layer(8, 16), Layer(16, 8), Layer(8, 3)]
a = X
print(f"input: {a.shape}")
for i, layer in enumerate(layers, 1):
    a = layer(a)
    if i < len(layers):
        a = relu(a)
    print(f"after layer {i}: {a.shape}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.allclose(C.T, A @ B))
