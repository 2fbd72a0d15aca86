import numpy as np


def part_one():
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


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    R = (B.T @ A).T
    assert R.shape == (3, 4), "mauvaise forme"


def part_three():
    def zellen(A, B):
        s = 0
        for zeile in A:
            for spalte in B.T:
                for a, b in zip(zeile, spalte):
                    s += a * b
                yield s
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.array(list(zellen(A, B))).reshape(2, 2)
    print(C)
    print(np.array_equal(C, A @ B))


part_one()
part_two()
part_three()
