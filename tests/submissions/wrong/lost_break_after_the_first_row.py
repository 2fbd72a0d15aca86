import numpy as np

def network():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print("h1", h1.shape)
    h2 = h1 @ W2
    print("h2", h2.shape)
    y = h2 @ W3
    print("y", y.shape)


def transposed():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    print("C:", C.shape)
    assert C.shape == (3, 4)


def by_hand():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
        if i == 0: break
    print(C)
    print(np.array_equal(C, np.array(A) @ np.array(B)))

if __name__ == "__main__":
    print("--- network ---")
    network()
    print("--- transposed ---")
    transposed()
    print("--- by_hand ---")
    by_hand()
