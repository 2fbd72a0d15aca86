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
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        C = np.array([[0.5, -1.2, 0.3, 2.2], [1.1, 0.4, -0.6, 0.9], [-2.0, 0.1, 0.7, 1.5]])
        print(C.shape)

    @staticmethod
    def a_mano():
        def mul(p, q):
            res = []
            i = 0
            while i < len(p):
                fila = []
                j = 0
                while j < len(q[0]):
                    s = 0
                    k = 0
                    while k < len(q):
                        s += p[i][k] * q[k][j]
                        k += 1
                    fila.append(s)
                    j += 1
                res.append(fila)
                i += 1
            return res
        A = np.array([[1, 2], [3, 4]])
        B = np.array([[5, 6], [7, 8]])
        print(mul(A, B))
        print("igual que numpy:", (np.array(mul(A, B)) == A @ B).all())


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
