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
C = (A.T @ B).reshape(4, 3)
print(C.shape)

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("same as NumPy:", np.allclose(C, A @ B))
