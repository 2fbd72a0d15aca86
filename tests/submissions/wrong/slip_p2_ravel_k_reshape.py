import numpy as np


def main():
    np.random.seed(42)
    daten = np.random.randn(100, 8)
    for n_ein, n_aus in ((8, 16), (16, 8), (8, 3)):
        daten = np.maximum(daten @ np.random.randn(n_ein, n_aus) + np.zeros(n_aus), 0)
        print("Form jetzt:", daten.shape)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    A_neu = A.ravel().reshape(3, -1)
    C = A_neu @ B
    print(C.shape)

    def dot(u, v):
        total = 0
        for n in range(len(u)):
            total = total + u[n] * v[n]
        return total
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    M = np.array([[dot(A[r, :], B[:, c]) for c in (0, 1)] for r in (0, 1)])
    print(M, A @ B, sep="\n")
    np.testing.assert_array_equal(M, A @ B)


main()
