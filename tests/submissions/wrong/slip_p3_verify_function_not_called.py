import numpy as np


class Practica:
    @staticmethod
    def red():
        np.random.seed(42)
        X = np.random.randn(100, 8)
        P = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
        print((X @ P["W1"]).shape)
        print((X @ P["W1"] @ P["W2"]).shape)
        print((X @ P["W1"] @ P["W2"] @ P["W3"]).shape)

    @staticmethod
    def traspuesta():
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        C = A.T @ B
        print("C", C.shape)

    @staticmethod
    def a_mano():
        A = np.array([[1, 2], [3, 4]])
        B = np.array([[5, 6], [7, 8]])
        C = np.zeros((2, 2))
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    C[i, j] += A[i, k] * B[k, j]
        print(C)
        def verify():
            assert np.array_equal(C, A @ B)


for paso in (Practica.red, Practica.traspuesta, Practica.a_mano):
    paso()
