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
        C = np.outer(A, B)[:3, :4]
        print(C.shape)

    @staticmethod
    def a_mano():
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
        print(C)
        assert np.array_equal(C, np.array(A) @ np.array(B))


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
