import numpy as np


def part_one():
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


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.zeros((3, 4))
    for r in range(5):
        for i in range(3):
            for j in range(4):
                C[i, j] += A[r, i] * B[r, j]
    print(C.shape, np.allclose(C, A.T @ B))


def part_three():
    def mano(a, b):
        return [[sum(a[i][k] * b[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    primero = mano(A, B)
    segundo = mano(A, B)
    print(primero)
    print("¿coinciden?", np.array_equal(primero, segundo))


part_one()
part_two()
part_three()
