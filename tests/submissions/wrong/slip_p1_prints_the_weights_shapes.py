import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    for shape in [(8, 16), (16, 8), (8, 3)]:
        W = np.random.randn(*shape)
        X = X @ W
        print("step:", W.shape)


def part_two():
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    print("Ergebnis:", np.dot(np.transpose(A), B).shape)


def part_three():
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


part_one()
part_two()
part_three()
