import numpy as np


class Practica:
    @staticmethod
    def red():
        np.random.seed(42)
        daten = np.random.randn(100, 8)
        for n_ein, n_aus in ((8, 16), (16, 8), (8, 3)):
            daten = np.maximum(daten @ np.random.randn(n_ein, n_aus) + np.zeros(n_aus), 0)
            print("Form jetzt:", daten.shape)

    @staticmethod
    def traspuesta():
        M1 = np.random.randn(5, 3)
        M2 = np.random.randn(5, 4)
        M3 = np.einsum("ki,kj->ij", M1, M2)
        print(M3.shape)

    @staticmethod
    def a_mano():
        def produkt(a, b):
            zeilen, mitte, spalten = len(a), len(b), len(b[0])
            c = [[0 for _ in range(spalten)] for _ in range(zeilen)]
            for i in range(zeilen):
                for j in range(spalten - 1):
                    for k in range(mitte):
                        c[i][j] += a[i][k] * b[k][j]
            return c
        A = np.array([[1, 2], [3, 4]])
        B = np.array([[5, 6], [7, 8]])
        print(produkt(A, B))
        print(np.array_equal(produkt(A, B), A @ B))


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
