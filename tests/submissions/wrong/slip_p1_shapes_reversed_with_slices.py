import numpy as np


def aufgabe1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    shapes = [(8, 16), (16, 8), (8, 3)]
    Ws = [np.random.randn(*s[::-1]) for s in shapes]
    step = X
    for W in Ws:
        step = step @ W
        print("step:", step.shape)


def aufgabe2():
    M1 = np.random.randn(5, 3)
    M2 = np.random.randn(5, 4)
    M3 = np.einsum("ki,kj->ij", M1, M2)
    print(M3.shape)


def aufgabe3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
    print(C)
    assert np.array_equal(C, np.array(A) @ np.array(B))


if __name__ == '__main__':
    print('== aufgabe1')
    aufgabe1()
    print('== aufgabe2')
    aufgabe2()
    print('== aufgabe3')
    aufgabe3()
