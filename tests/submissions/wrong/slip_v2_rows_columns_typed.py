import numpy as np


def part_one():
    from functools import reduce
    np.random.seed(42)
    X = np.random.randn(100, 8)
    def step(a, w):
        r = np.matmul(a, w)
        print("%d x %d" % r.shape)
        return r
    reduce(step, [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)], X)


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    ergebnis = np.dot(A.T, B)
    print("Aufgabe 2: 3 Zeilen, 4 Spalten")


def part_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += A[i, k] * B[k, j]
    print(C)
    print("same as NumPy:", np.allclose(C, A @ B))


part_one()
part_two()
part_three()
