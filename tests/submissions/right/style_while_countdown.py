import numpy as np

# %% [1]
np.random.seed(42)
X = np.random.randn(100, 8)
class Linear:
    def __init__(self, inp, out):
        k = 1 / np.sqrt(inp)
        self.weight = np.random.uniform(-k, k, (out, inp))   # like torch: (out, in)
        self.bias = np.random.uniform(-k, k, out)
    def __call__(self, x):
        return x @ self.weight.T + self.bias
x = X
for layer in [Linear(8, 16), Linear(16, 8), Linear(8, 3)]:
    x = layer(x)
    print(type(layer).__name__, tuple(layer.weight.shape), "->", tuple(x.shape))

# %% [2]
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print(np.moveaxis(A, 0, 1).shape, "@", B.shape, "=", (np.moveaxis(A, 0, 1) @ B).shape)

# %% [3]
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 2
while i > 0:
    i -= 1
    j = 2
    while j > 0:
        j -= 1
        k = 2
        while k > 0:
            k -= 1
            C[i][j] += A[i][k] * B[k][j]
print(C)
bad = [(r, s) for r in range(2) for s in range(2) if C[r][s] != np.dot(A, B)[r, s]]
print("wrong cells:", bad)
