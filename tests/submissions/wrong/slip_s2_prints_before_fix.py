import numpy as np

# --- 1 ---
class Capa:
    def __init__(self, n, m):
        self.W = np.random.randn(n, m)
        self.b = np.random.randn(m)
    def __call__(self, x):
        return np.tanh(x @ self.W + self.b)
np.random.seed(42)
X = np.random.randn(100, 8)
red = [Capa(8, 16), Capa(16, 8), Capa(8, 3)]
for capa in red:
    X = capa(X)
    print("forma:", X.shape)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(f"A: {A.shape}, B: {B.shape}")
print("inner dimensions:", A.T.shape[1], B.shape[0])
C = A.T @ B

# --- 3 ---
def dot(u, v):
    total = 0
    for n in range(len(u)):
        total = total + u[n] * v[n]
    return total
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
M = np.array([[dot(A[r, :], B[:, c]) for c in (0, 1)] for r in (0, 1)])
print(M, A @ B, sep="\n")
np.testing.assert_array_equal(M, A @ B)
