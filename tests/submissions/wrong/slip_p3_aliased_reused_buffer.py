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

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    print("C", C.shape)

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = []
    row = [None, None]
    for i in range(2):
        for j in range(2):
            row[j] = 0
            for k in range(2):
                row[j] += A[i, k] * B[k, j]
        C.append(row)
    print(C)
    print(np.array_equal(C, A @ B))


main()
