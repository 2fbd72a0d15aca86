import numpy as np


def part_one():
    np.random.seed(42)
    print("test number:", np.random.randn())
    X = np.random.randn(100, 8)
    for cols in [16, 8, 3]:
        X = X @ np.random.randn(X.shape[1], cols)
        print(X.shape)


def part_two():
    M1 = np.random.randn(5, 3)
    M2 = np.random.randn(5, 4)
    M3 = np.einsum("ki,kj->ij", M1, M2)
    print(M3.shape)


def part_three():
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


part_one()
part_two()
part_three()
