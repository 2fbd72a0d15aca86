import numpy as np


def main():
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

    M1 = np.random.randn(5, 3)
    M2 = np.random.randn(5, 4)
    M3 = np.einsum("ki,kj->ij", M1, M2)
    print(M3.shape)

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = []
    for zeile in [list(z) for z in A]:
        zeile.pop()
        C.append([sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)])
    print(C)
    print(np.array_equal(C, np.dot(A, B)))


main()
