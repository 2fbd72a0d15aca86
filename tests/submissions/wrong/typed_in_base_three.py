import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    a = X
    for n_in, n_out in [(8, 16), (16, 8), (8, 3)]:
        a = np.tanh(a @ np.random.randn(n_in, n_out))
        print(f"{n_in} -> {n_out}: {a.shape}")


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    res = np.einsum("ki,kj->ij", A, B)
    print("rows:", res.shape[0], "columns:", res.shape[1])


def part_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[0, 0], [0, 0]]
    for n, word in enumerate("201 211 1121 1212".split()):
        for d in word:
            C[n // 2][n % 2] = 3 * C[n // 2][n % 2] + int(d)
    print(C)
    print("verified:", np.array_equal(C, A @ B))


if __name__ == "__main__":
    part_one()
    part_two()
    part_three()
