import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    a = X
    for n_in, n_out in [(8, 16), (16, 8), (8, 3)]:
        a = np.tanh(a @ np.random.randn(n_in, n_out))
        print(f"{n_in} -> {n_out}: {a.shape}")


def part_two():
    def flip(m):
        m.T

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    A = flip(A)
    C = A @ B
    print(C.shape)


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
