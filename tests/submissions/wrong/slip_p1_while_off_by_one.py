import numpy as np


def aufgabe1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
    n = 0
    while n < 2:
        X = X @ W[n]
        n += 1
        print("Ebene", n, "hat Form", X.shape)


def aufgabe2():
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    print("Ergebnis:", np.dot(np.transpose(A), B).shape)


def aufgabe3():
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


if __name__ == '__main__':
    print('== aufgabe1')
    aufgabe1()
    print('== aufgabe2')
    aufgabe2()
    print('== aufgabe3')
    aufgabe3()
