import numpy as np


def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(100, 16)
    W2 = np.random.randn(100, 8)
    W3 = np.random.randn(100, 3)
    H1 = X @ W1
    print(H1.shape)
    H2 = H1 @ W2
    print(H2.shape)
    H3 = H2 @ W3
    print(H3.shape)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.zeros((3, 4))
    for r in range(5):
        for i in range(3):
            for j in range(4):
                C[i, j] += A[r, i] * B[r, j]
    print(C.shape, np.allclose(C, A.T @ B))

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    def cells():
        for row in A:
            for col in B.T:
                t = 0
                for a, b in zip(row, col):
                    t += a * b
                yield t
    C = list(cells())
    N = (A @ B).ravel().tolist()
    print(C, "numpy:", N, "equal:", C == N)


main()
