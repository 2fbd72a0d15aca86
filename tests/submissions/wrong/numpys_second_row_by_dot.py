import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)

    def dense(x, n):
        y = np.maximum(0, x @ np.random.randn(x.shape[1], n) + 0.1)
        print("dense:", x.shape, "->", y.shape)
        return y

    dense(dense(dense(X, 16), 8), 3)


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    A_t = A.swapaxes(0, 1)
    sonuc = A_t.dot(B)
    print("boyut:", sonuc.shape)


def part_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = []
    C.append([A[0, 0] * B[0, j] + A[0, 1] * B[1, j] for j in range(2)])
    C.append([np.dot(A[1], B[:, j]) for j in range(2)])
    print(C)
    print("verified:", np.array_equal(C, A @ B))


if __name__ == "__main__":
    part_one()
    part_two()
    part_three()
