import numpy as np


class Practica:
    @staticmethod
    def red():
        np.random.seed(42)
        n, sizes = 100, [8, 16, 8, 3]
        x = np.random.randn(n, sizes[0])
        for i in (1, 2, 3):
            x = x @ np.random.randn(sizes[i - 1], sizes[i])
            print(f"layer {i}: ({n}, {sizes[i]})")

    @staticmethod
    def traspuesta():
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        R = (B.T @ A).T
        assert R.shape == (3, 4), "mauvaise forme"

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
