import numpy as np


class Practica:
    @staticmethod
    def red():
        np.random.seed(42)
        schichten = [(8, 16), (16, 8), (8, 3)]
        gewichte = {f"W{i}": np.random.randn(*s) for i, s in enumerate(schichten)}
        x = np.random.randn(100, 8)
        for name in gewichte:
            x = x @ gewichte[name]
            print(name, x.shape)

    @staticmethod
    def traspuesta():
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        R = (B.T @ A).T
        assert R.shape == (3, 4), "mauvaise forme"

    @staticmethod
    def a_mano():
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
        print(C)
        assert np.array_equal(C, np.array(A) @ np.array(B))


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
