import numpy as np


class Layer:
    def __init__(self, inputs, outputs):
        self.weights = np.random.randn(inputs, outputs)

    def __call__(self, data):
        self.output = data @ self.weights
        return self.weights


np.random.seed(42)
data = np.random.randn(100, 8)
layers = [Layer(8, 16), Layer(16, 8), Layer(8, 3)]
for layer in layers:
    data = layer(data)
    print(data.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("equal to NumPy's:", np.array_equal(result, A @ B))
