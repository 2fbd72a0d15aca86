import numpy as np


def network():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
    L1 = X @ W1
    L2 = L1 @ W2
    L3 = L2 @ W3
    print("name ", *[f"{n:>5}" for n in ("X", "L1", "L2", "L3")])
    print("rows ", *[f"{m.shape[0]:>5}" for m in (X, L1, L2, L3)])
    print("cols ", *[f"{m.shape[1]:>5}" for m in (X, L1, L2, L3)])


def transpose():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    print(str(np.dot(A.T, B).shape) == "(3, 4)")


def by_hand():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    reference = np.asmatrix(A) * np.asmatrix(B)
    print(C)
    print("same as np.matrix *:", (reference == C).all())


if __name__ == "__main__":
    network()
    transpose()
    by_hand()
