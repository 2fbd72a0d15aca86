import numpy as np


class Layer:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * 0.5
        self.b = np.zeros((1, n_out))

    def forward(self, x):
        return x @ self.W + self.b


class Network:
    def __init__(self, sizes):
        self.layers = [Layer(a, b) for a, b in zip(sizes[:-1], sizes[1:])]

    def forward(self, x):
        for number, layer in enumerate(self.layers, start=1):
            x = layer.forward(x)
            print(f"Layer {number}: weights {layer.W.shape} -> output {x.shape}")
            if number < len(self.layers):
                x = np.maximum(x, 0)
        return x


np.random.seed(42)
X = np.random.randn(100, 8)
net = Network([8, 8, 16, 3])
output = net.forward(X)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
product = A.T @ B
print("Transposed product:", product.shape)
assert product.shape == (3, 4)


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def times(self, other):
        result = []
        for i in range(len(self.rows)):
            result.append([])
            for j in range(len(other.rows[0])):
                value = 0
                for k in range(len(other.rows)):
                    value += self.rows[i][k] * other.rows[k][j]
                result[i].append(value)
        return Matrix(result)

    def __str__(self):
        return "\n".join(" ".join(str(v) for v in row) for row in self.rows)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[5, 6], [7, 8]])
c = a.times(b)
print(c)
print("NumPy agrees:", np.array_equal(c.rows, np.array(a.rows) @ np.array(b.rows)))
