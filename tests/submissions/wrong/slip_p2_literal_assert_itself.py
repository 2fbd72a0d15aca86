import numpy as np


def aufgabe1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print("h1", h1.shape)
    h2 = h1 @ W2
    print("h2", h2.shape)
    out = h2 @ W3
    print("out", out.shape)


def aufgabe2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    shape = (3, 4)
    assert shape == (3, 4)
    print("shape ok:", shape)


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
