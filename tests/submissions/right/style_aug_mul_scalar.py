import numpy as np

# --- part 1 ---
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

# --- part 2 ---
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print(np.moveaxis(A, 0, 1).shape, "@", B.shape, "=", (np.moveaxis(A, 0, 1) @ B).shape)

# --- part 3 ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(2):
    C.append([])
    for j in range(2):
        total = 0
        for k in range(2):
            t = A[i][k]
            t *= B[k][j]
            total += t
        C[i].append(total)
print(C)
print("match" if np.array_equal(C, np.dot(A, B)) else "no match")
