import numpy as np


def network():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    np.info(h1)
    h2 = h1 @ W2
    np.info(h2)
    h3 = h2 @ W3
    np.info(h3)


def transpose():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    batch = np.matmul(A.T[None], B[None])
    print("batch of one:", batch.shape, "and the one:", batch[0].shape)


def by_hand():
    class Result: pass
    r = Result()
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    for i in range(2):
        for j in range(2):
            setattr(r, f"c{i}{j}", 0)
            for k in range(2):
                setattr(r, f"c{i}{j}", getattr(r, f"c{i}{j}") + A[i][k] * B[k][j])
    print(vars(r))
    D = np.array(A) @ np.array(B)
    print(all(getattr(r, f"c{i}{j}") == D[i, j] for i in range(2) for j in range(2)))


if __name__ == "__main__":
    network()
    transpose()
    by_hand()
