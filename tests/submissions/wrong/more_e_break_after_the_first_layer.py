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
    break

def transponer_y_multiplicar(a, b):
    return np.transpose(a) @ b

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
producto = transponer_y_multiplicar(A, B)
print(f"Forma: {producto.shape}")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
print(C)
np.testing.assert_array_equal(C, np.matmul(A, B))
print("matches numpy")
