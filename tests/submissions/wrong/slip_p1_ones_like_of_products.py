import numpy as np

# --- 1 ---
class Net:
    def __init__(self):
        self.W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
    def forward(self, x):
        for w in self.W:
            x = np.zeros((x.shape[0], w.shape[1]))
            print(x.shape)
        return x
np.random.seed(42)
Net().forward(np.random.randn(100, 8))

# --- 2 ---
M1 = np.random.randn(5, 3)
M2 = np.random.randn(5, 4)
M3 = np.einsum("ki,kj->ij", M1, M2)
print(M3.shape)

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
def cells():
    for row in A:
        for col in B.T:
            t = 0
            for a, b in zip(row, col):
                t += a * b
            yield t
C = list(cells())
N = (A @ B).ravel().tolist()
print(C, "numpy:", N, "equal:", C == N)
