import numpy as np


class Practica:
    @staticmethod
    def red():
        np.random.seed(42)
        h = np.random.randn(100, 8)
        for cols in [16, 8, 3]:
            h = h @ np.random.randn(h.shape[1], cols)
            h = np.array([[int(v) for v in row] for row in h])
            print(h.shape)

    @staticmethod
    def traspuesta():
        A, B = np.random.randn(5, 3), np.random.randn(5, 4)
        print("Ergebnis:", np.dot(np.transpose(A), B).shape)

    @staticmethod
    def a_mano():
        A = np.array([[1, 2], [3, 4]])
        B = np.array([[5, 6], [7, 8]])
        zellen = {}
        for i in range(2):
            for k in range(2):
                for j in range(2):
                    zellen[i, j] = zellen.get((i, j), 0) + A[i, k] * B[k, j]
        soll = np.dot(A, B)
        for (i, j), wert in zellen.items():
            print(i, j, wert, "stimmt" if wert == soll[i, j] else "falsch")


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
