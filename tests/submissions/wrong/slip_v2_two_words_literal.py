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
    print("Exercise two")
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    print("(3, 4)")


def aufgabe3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    def cells():
        for row in A:
            for col in B.T:
                t = 0
                for a, b in zip(row, col):
                    t += a * b
                yield t
    C = list(cells())
    N = (A @ B).ravel().tolist()
    print(C, "numpy:", N, "equal:", C == N)


if __name__ == '__main__':
    print('== aufgabe1')
    aufgabe1()
    print('== aufgabe2')
    aufgabe2()
    print('== aufgabe3')
    aufgabe3()
