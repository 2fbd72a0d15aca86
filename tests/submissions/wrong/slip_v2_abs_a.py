import numpy as np


def aufgabe1():
    np.random.seed(42)
    entree = np.random.randn(100, 8)
    def couche(x, sortie):
        poids = np.random.randn(x.shape[1], sortie)
        y = x.dot(poids)
        print(f"{x.shape} -> {y.shape}")
        return y
    couche(couche(couche(entree, 16), 8), 3)


def aufgabe2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = abs(A).T @ B
    print(C.shape)


def aufgabe3():
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


if __name__ == '__main__':
    print('== aufgabe1')
    aufgabe1()
    print('== aufgabe2')
    aufgabe2()
    print('== aufgabe3')
    aufgabe3()
