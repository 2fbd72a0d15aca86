import numpy as np


def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print(h1.shape)
    h1[50:] = 0
    h2 = h1 @ W2
    print(h2.shape)
    h3 = h2 @ W3
    print(h3.shape)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.zeros((3, 4))
    for r in range(5):
        for i in range(3):
            for j in range(4):
                C[i, j] += A[r, i] * B[r, j]
    print(C.shape, np.allclose(C, A.T @ B))

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
    print(C)
    assert np.array_equal(C, np.array(A) @ np.array(B))


main()
