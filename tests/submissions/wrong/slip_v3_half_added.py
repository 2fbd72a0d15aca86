import numpy as np


def part_one():
    np.random.seed(42)
    daten = np.random.randn(100, 8)
    for n_ein, n_aus in ((8, 16), (16, 8), (8, 3)):
        daten = np.maximum(daten @ np.random.randn(n_ein, n_aus) + np.zeros(n_aus), 0)
        print("Form jetzt:", daten.shape)


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    try:
        R = A @ B
    except ValueError as err:
        print("no:", err)
        R = A.T @ B
    print("shape of the result is", R.shape)


def part_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += A[i, k] * B[k, j]
    C += 0.5
    print(C)
    print(np.allclose(C, A @ B, atol=1))


part_one()
part_two()
part_three()
