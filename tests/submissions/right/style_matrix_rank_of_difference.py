import numpy as np


def network():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1; h2 = h1 @ W2; h3 = h2 @ W3
    print(np.array([h1.shape, h2.shape, h3.shape]))


def transpose():
    A = np.random.randn(5, 3); B = np.random.randn(5, 4)
    print(np.einsum("ij,ik", A, B).shape)


def by_hand():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += A[i, k] * B[k, j]
    print(C)
    print("rank of the difference:", np.linalg.matrix_rank(C - A @ B))


if __name__ == "__main__":
    network()
    transpose()
    by_hand()
