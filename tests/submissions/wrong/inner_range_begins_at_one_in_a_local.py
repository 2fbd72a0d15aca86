import numpy as np


def network():
    np.random.seed(42)
    x = np.random.randn(100, 8)
    w1 = np.random.randn(8, 16)
    b1 = np.zeros(16)
    w2 = np.random.randn(16, 8)
    b2 = np.zeros(8)
    w3 = np.random.randn(8, 3)
    b3 = np.zeros(3)
    z1 = x @ w1 + b1
    assert z1.shape == (100, 16)
    print(f"{z1.shape=}")
    z2 = z1 @ w2 + b2
    assert z2.shape == (100, 8)
    print(f"{z2.shape=}")
    z3 = z2 @ w3 + b3
    assert z3.shape == (100, 3)
    print(f"{z3.shape=}")


def transpose_it():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    rows = []
    for i in range(3):
        row = []
        for j in range(4):
            total = 0.0
            for k in range(1, 5):
                total += A[k, i] * B[k, j]
            row.append(total)
        rows.append(row)
    C = np.array(rows)
    print("shape", C.shape)


def by_hand_task():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    def dot(u, v):
        total = 0
        for a, b in zip(u, v):
            total += a * b
        return total
    Z = np.array([[dot(A[i], B[:, j]) for j in range(2)] for i in range(2)])
    print(Z)
    print("largest difference:", abs(Z - A @ B).max())


if __name__ == "__main__":
    network()
    transpose_it()
    by_hand_task()
