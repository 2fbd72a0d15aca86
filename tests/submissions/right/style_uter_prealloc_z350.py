import numpy as np


def part_1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
    h = np.einsum("bi,io->bo", X, W1); print(h.shape)
    h = np.einsum("bi,io->bo", h, W2); print(h.shape)
    h = np.einsum("bi,io->bo", h, W3); print(h.shape)


def part_2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.zeros((3, 4))
    for n in range(5):
        C += np.outer(A[n], B[n])
    print("sum of outer products:", C.shape, np.allclose(C, A.T @ B))


def part_3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    for i in range(2):
        print("| {} {} |  {} | {} {} |  {} | {:>2} {:>2} |".format(*A[i], "·" if i else " ", *B[i], "=" if i else " ", *C[i]))
    assert [list(map(int, r)) for r in np.dot(A, B)] == C


part_1()
part_2()
part_3()
