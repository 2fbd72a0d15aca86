import numpy as np


def aufgabe1():
    from functools import reduce
    np.random.seed(42)
    X = np.random.randn(100, 8)
    def step(a, w):
        r = np.matmul(a, w)
        print("%d x %d" % r.shape)
        return r
    reduce(step, [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)], X)


def aufgabe2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.zeros((3, 4))
    for r in range(5):
        for i in range(3):
            for j in range(4):
                C[i, j] += A[r, i] * B[r, j]
    print(C.shape, np.allclose(C, A.T @ B))


def aufgabe3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    zellen = {(i, j): A[i, k] * B[k, j] for i in range(2) for j in range(2) for k in range(2)}
    C = [[zellen[i, j] for j in range(2)] for i in range(2)]
    print(C)
    print(np.array_equal(C, A @ B))


if __name__ == '__main__':
    print('== aufgabe1')
    aufgabe1()
    print('== aufgabe2')
    aufgabe2()
    print('== aufgabe3')
    aufgabe3()
