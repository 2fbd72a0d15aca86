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
rng = np.random.RandomState(7)
A = rng.randn(5, 3)
B = rng.randn(5, 4)
C = np.array([[-3.912843558343992, 1.4061332940632034, 0.29406967062763556, -1.1824732637323434], [-0.5281508882984276, -1.7058385321164962, 2.486598781321308, 1.8925681906875425], [2.14626816125859, 0.19619852533658913, -1.5304397467109896, 0.2243433401987459]])
print(C.shape)

# Exercise 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
mine = []
i = 0
while i < 2:
    new = []
    j = 0
    while j < 2:
        new.append(A[i][0] * B[0][j] + A[i][1] * B[1][j])
        j += 1
    mine.append(new)
    i += 1
print("by hand", mine)
print("difference to numpy", np.array(mine) - np.matmul(A, B))
