# matmul_practice.py
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
result = np.dot(A.transpose(), B)
assert result.shape == (3, 4)
print("ok, shape", result.shape)

def matmul(a, b):
    rows, inner, cols = len(a), len(b), len(b[0])
    res = [[0 for _ in range(cols)] for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            for k in range(inner):
                total += a[i][k] * b[k][j]
            res[i][j] = total
    return res

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul(A, B)
print(C)
assert np.array_equal(np.array(C), np.array(A) @ np.array(B))
print("verified")
