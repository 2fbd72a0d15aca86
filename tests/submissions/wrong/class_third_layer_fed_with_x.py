import numpy as np


class Dense:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out)
        self.b = np.zeros(n_out)

    def __call__(self, x):
        return x @ self.W + self.b


class Network:
    def __init__(self):
        self.layers = [Dense(8, 16), Dense(16, 8), Dense(8, 3)]

    def forward(self, x):
        h1 = self.layers[0](x)
        h2 = self.layers[1](h1)
        out = self.layers[2](x)
        for h in (h1, h2, out):
            print(h.shape)
        return out


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def column(self, j):
        return [row[j] for row in self.rows]

    def __mul__(self, other):
        width = len(other.rows[0])
        out = []
        for row in self.rows:
            new_row = []
            for j in range(width):
                total = 0
                for a, b in zip(row, other.column(j)):
                    total += a * b
                new_row.append(total)
            out.append(new_row)
        return Matrix(out)


np.random.seed(42)
X = np.random.randn(100, 8)
net = Network()
y = net.forward(X)

left = np.random.randn(5, 3)
right = np.random.randn(5, 4)
fixed = left.transpose() @ right
print("fixed shape:", fixed.shape)

P = Matrix([[1, 2], [3, 4]])
Q = Matrix([[5, 6], [7, 8]])
R = P * Q
print(R.rows)
np.testing.assert_array_equal(R.rows, np.matmul(P.rows, Q.rows))
print("verified")
