import numpy as np


def aufgabe1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    P = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
    print((X @ P["W1"]).shape)
    print((X @ P["W1"] @ P["W2"]).shape)
    print((X @ P["W1"] @ P["W2"] @ P["W3"]).shape)


def aufgabe2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    R = (B.T @ A).T
    assert R.shape == (3, 4), "mauvaise forme"


def aufgabe3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.ones((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] *= A[i, k] * B[k, j]
    print(C)
    print(np.array_equal(C, A @ B))


if __name__ == '__main__':
    print('== aufgabe1')
    aufgabe1()
    print('== aufgabe2')
    aufgabe2()
    print('== aufgabe3')
    aufgabe3()
