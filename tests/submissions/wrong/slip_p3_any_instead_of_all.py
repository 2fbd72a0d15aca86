import numpy as np


class Practica:
    @staticmethod
    def red():
        rng = np.random.RandomState(42)
        X = rng.randn(100, 8)
        sizes = [8, 16, 8, 3]
        weights = [rng.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
        acts = [X]
        while len(acts) < 4:
            acts.append(np.dot(acts[-1], weights[len(acts) - 1]))
        print([a.shape for a in acts])

    @staticmethod
    def traspuesta():
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        C = np.zeros((3, 4))
        for r in range(5):
            for i in range(3):
                for j in range(4):
                    C[i, j] += A[r, i] * B[r, j]
        print(C.shape, np.allclose(C, A.T @ B))

    @staticmethod
    def a_mano():
        A = np.array([[1, 2], [3, 4]])
        B = np.array([[5, 6], [7, 8]])
        C = [[0, 0], [0, 0]]
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    C[i][j] += A[i][k] * B[k][j]
        if (np.array(C) == A @ B).any():
            print("correct")
        else:
            print("incorrect")


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
