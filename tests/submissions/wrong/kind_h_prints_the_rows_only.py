"""Practice."""
import numpy as np

# Exercise 1
class Dense:
    def __init__(self, rows, columns):
        self.w = np.random.normal(size=(rows, columns))
        self.b = np.zeros(columns)

    def run(self, x):
        return np.tanh(x @ self.w + self.b)


np.random.seed(42)
x = np.random.randn(100, 8)
for layer in [Dense(8, 16), Dense(16, 8), Dense(8, 3)]:
    x = layer.run(x)
    print("shape is now", x.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(A.T, B)
print("size of C:", len(C))

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
mine = [[sum(a * b for a, b in zip(row, column)) for column in zip(*B)] for row in A]
print(mine, "==", (A @ B).tolist(), "?", mine == (A @ B).tolist())
