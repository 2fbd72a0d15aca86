import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print(h1.shape)
    h1[1:] = 0
    h2 = h1 @ W2
    print(h2.shape)
    h3 = h2 @ W3
    print(h3.shape)


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.zeros((3, 4))
    for r in range(5):
        for i in range(3):
            for j in range(4):
                C[i, j] += A[r, i] * B[r, j]
    print(C.shape, np.allclose(C, A.T @ B))


def part_three():
    def dot(u, v):
        total = 0
        for n in range(len(u)):
            total = total + u[n] * v[n]
        return total
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    M = np.array([[dot(A[r, :], B[:, c]) for c in (0, 1)] for r in (0, 1)])
    print(M, A @ B, sep="\n")
    np.testing.assert_array_equal(M, A @ B)


part_one()
part_two()
part_three()
