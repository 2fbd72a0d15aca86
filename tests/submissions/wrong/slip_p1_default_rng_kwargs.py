import numpy as np


class Practica:
    @staticmethod
    def red():
        rng = np.random.default_rng(seed=42)
        X = rng.normal(size=(100, 8))
        W1, W2, W3 = rng.normal(size=(8, 16)), rng.normal(size=(16, 8)), rng.normal(size=(8, 3))
        one = X @ W1
        two = one @ W2
        three = two @ W3
        print(f"{one.shape=} {two.shape=} {three.shape=}")

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
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
        print(C)
        assert np.array_equal(C, np.array(A) @ np.array(B))


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
