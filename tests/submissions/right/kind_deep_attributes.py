import numpy as np


class Grid:
    def __init__(self, rows):
        self.cells = rows


class Problem:
    def __init__(self):
        self.left = Grid([[1, 2], [3, 4]])
        self.right = Grid([[5, 6], [7, 8]])
        self.answer = Grid([[0, 0], [0, 0]])

    def solve(self):
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    self.answer.cells[i][j] += self.left.cells[i][k] * self.right.cells[k][j]

    def show(self):
        for line in self.answer.cells:
            print(*line, sep="\t")

    def verify(self):
        return np.array_equal(self.answer.cells, np.matmul(self.left.cells, self.right.cells))


class Net:
    def __init__(self):
        self.w = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]

    def __call__(self, x):
        for number, w in enumerate(self.w, start=1):
            x = x @ w
            print("Layer", number, "gives", x.shape)
        return x


np.random.seed(42)
data = np.random.randn(100, 8)
Net()(data)

a = np.random.randn(5, 3)
b = np.random.randn(5, 4)
try:
    a @ b
except ValueError:
    print("does not fit, transposing")
    print((a.T @ b).shape)

p = Problem()
p.solve()
p.show()
print("verified:", p.verify())
