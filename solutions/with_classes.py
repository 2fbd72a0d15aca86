"""The same with classes: a network of layers with bias and activation, and a matrix that multiplies by hand."""

import numpy as np


class Layer:
    def __init__(self, inputs, outputs):
        self.weights = np.random.randn(inputs, outputs) * np.sqrt(2 / inputs)
        self.bias = np.zeros(outputs)

    def __call__(self, data):
        return np.maximum(data @ self.weights + self.bias, 0)


class Network:
    def __init__(self, *sizes):
        self.layers = [Layer(*pair) for pair in zip(sizes, sizes[1:])]

    def forward(self, data):
        for number, layer in enumerate(self.layers, start=1):
            data = layer(data)
            print(f"after layer {number}: {data.shape[0]} x {data.shape[1]}")
        return data


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, other):
        size = len(other.rows)
        return Matrix([
            [sum(row[k] * other.rows[k][j] for k in range(size)) for j in range(len(other.rows[0]))]
            for row in self.rows
        ])


np.random.seed(42)
X = np.random.randn(100, 8)
Network(8, 16, 8, 3).forward(X)

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = A.transpose() @ B
assert C.shape == (3, 4)
print("A.T @ B has", C.shape)

A, B = Matrix([[1, 2], [3, 4]]), Matrix([[5, 6], [7, 8]])
product = A @ B
print(product.rows)
np.testing.assert_array_equal(product.rows, np.array(A.rows) @ np.array(B.rows))
print("NumPy agrees")
