import numpy as np

class Red:
    def __init__(self, tam):
        self.pesos = [np.random.randn(a, b) for a, b in zip(tam, tam[1:])]
        self.sesgos = [np.zeros(b) for b in tam[1:]]

    def __call__(self, x):
        for w, b in zip(self.pesos, self.sesgos):
            x = np.dot(x, w) + b
            print(f"capa: {x.shape[0]} x {x.shape[1]}")
        return x

np.random.seed(42)
datos = np.random.randn(100, 8)
Red([8, 16, 8, 3])(datos)

P = np.random.rand(5, 3)
Q = np.random.rand(5, 4)
R = (Q.T @ P).T
print(R.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * (5 + 2 * k + j)
print(C)
print(np.array_equal(C, np.dot(A, B)))
