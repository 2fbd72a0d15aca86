import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    H1 = np.zeros((100, 16), dtype=int)
    H1[:] = X @ W1
    print("H1", H1.shape)
    H2 = H1 @ W2
    print("H2", H2.shape)
    H3 = H2 @ W3
    print("H3", H3.shape)


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    res = np.einsum("ki,kj->ij", A, B)
    print("rows:", res.shape[0], "columns:", res.shape[1])


def part_three():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    erg = []
    for zeile in A:
        neu = []
        for spalte in zip(*B):
            s = 0
            for x, y in zip(zeile, spalte):
                s += x * y
            neu.append(s)
        erg.append(neu)
    print(erg)
    print("stimmt" if erg == np.matmul(A, B).tolist() else "stimmt nicht")


if __name__ == "__main__":
    part_one()
    part_two()
    part_three()
