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
C = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        for k in range(5):
            C[i, j] += A[i, k] * B[k, j]
print(C.shape)

# --- 3 ---
def mul(p, q):
    res = []
    i = 0
    while i < len(p):
        fila = []
        j = 0
        while j < len(q[0]):
            s = 0
            k = 0
            while k < len(q):
                s += p[i][k] * q[k][j]
                k += 1
            fila.append(s)
            j += 1
        res.append(fila)
        i += 1
    return res
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
print(mul(A, B))
print("igual que numpy:", (np.array(mul(A, B)) == A @ B).all())
