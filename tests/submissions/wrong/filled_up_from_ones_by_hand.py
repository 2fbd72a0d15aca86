import numpy as np

class Red:
    def __init__(self, tamanos):
        self.pesos = [np.random.randn(a, b) * 0.1 for a, b in zip(tamanos, tamanos[1:])]

    def adelante(self, x):
        for n, w in enumerate(self.pesos, start=1):
            x = np.dot(x, w)
            print(f"capa {n}: forma {x.shape}")
        return x

np.random.seed(42)
X = np.random.randn(100, 8)
red = Red([8, 16, 8, 3])
salida = red.adelante(X)


# Part 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C shape:", C.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.ones((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.array_equal(C, A @ B))
