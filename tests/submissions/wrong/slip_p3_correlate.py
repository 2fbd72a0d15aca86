import numpy as np


class Practica:
    @staticmethod
    def red():
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

    @staticmethod
    def traspuesta():
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        try:
            R = A @ B
        except ValueError as err:
            print("no:", err)
            R = A.T @ B
        print("shape of the result is", R.shape)

    @staticmethod
    def a_mano():
        A = np.array([[1, 2], [3, 4]])
        B = np.array([[5, 6], [7, 8]])
        C = [[int(np.correlate(row, col)[0]) for col in B.T] for row in A]
        print(C, np.array_equal(C, A @ B))


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
