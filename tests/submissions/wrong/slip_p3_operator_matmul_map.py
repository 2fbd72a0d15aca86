import numpy as np


def part_one():
    from functools import reduce
    np.random.seed(42)
    X = np.random.randn(100, 8)
    def step(a, w):
        r = np.matmul(a, w)
        print("%d x %d" % r.shape)
        return r
    reduce(step, [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)], X)


def part_two():
    M1 = np.random.randn(5, 3)
    M2 = np.random.randn(5, 4)
    M3 = np.einsum("ki,kj->ij", M1, M2)
    print(M3.shape)


def part_three():
    import operator
    ops = {"+": operator.add, "*": operator.mul, ".": operator.matmul}
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[ops["."](A[i], B[:, j]) for j in range(2)] for i in range(2)]
    print(np.array(C).tolist())
    print(np.array_equal(C, A @ B))


part_one()
part_two()
part_three()
