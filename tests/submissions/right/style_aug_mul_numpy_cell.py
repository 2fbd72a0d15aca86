import warnings
import numpy as np


def network():
    warnings.simplefilter("always")
    np.random.seed(42)
    X = np.random.randn(100, 8)
    for s in ((8, 16), (16, 8), (8, 3)):
        X = X @ np.random.randn(*s)
        print("shape", X.shape)
        if X.std() > 5:
            warnings.warn("values get large: %.1f" % X.std())


def transpose():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    At = np.ascontiguousarray(A.T)
    print(At.flags["C_CONTIGUOUS"], At.shape, np.matmul(At, B).shape)


def by_hand():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    T = np.zeros((2, 2, 2), int)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                T[i, j, k] = A[i, k]
                T[i, j, k] *= B[k, j]
    C = np.zeros((2, 2), int)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += T[i, j, k]
    print(C)
    print((C == A @ B).all())


if __name__ == "__main__":
    network()
    transpose()
    by_hand()
