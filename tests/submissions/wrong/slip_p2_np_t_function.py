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
    C = np.dot(np.T(A), B)
    print(C.shape)


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
