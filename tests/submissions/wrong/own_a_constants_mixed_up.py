import numpy as np

N = 100
INPUTS = 8
HIDDEN_ONE = 8
HIDDEN_TWO = 16
OUTPUTS = 3


def show(title, matrix):
    rows, cols = matrix.shape
    print("%-10s (%d, %d)" % (title, rows, cols))


def main():
    np.random.seed(42)
    X = np.random.randn(N, INPUTS)
    W1 = np.random.randn(INPUTS, HIDDEN_ONE)
    W2 = np.random.randn(HIDDEN_ONE, HIDDEN_TWO)
    W3 = np.random.randn(HIDDEN_TWO, OUTPUTS)
    H1 = X @ W1
    show("hidden 1", H1)
    H2 = H1 @ W2
    show("hidden 2", H2)
    Y = H2 @ W3
    show("output", Y)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    show("transposed", A.T @ B)

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2), dtype=int)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    show("by hand", C)
    print(C)
    print("check:", np.array_equal(C, A @ B))


if __name__ == "__main__":
    main()
