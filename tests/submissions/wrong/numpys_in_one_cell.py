import numpy as np


def aufgabe1():
    np.random.seed(42)
    X = np.random.randn(100, 8)

    def dense(x, n):
        y = np.maximum(0, x @ np.random.randn(x.shape[1], n) + 0.1)
        print("dense:", x.shape, "->", y.shape)
        return y

    dense(dense(dense(X, 16), 8), 3)


def aufgabe2():
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    ergebnis = np.matmul(A.transpose(), B)
    print(f"Form des Ergebnisses: {ergebnis.shape}")


def aufgabe3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    C[1][1] = (A @ B)[1, 1]
    print(C)
    print("verified:", np.array_equal(C, A @ B))


if __name__ == "__main__":
    aufgabe1()
    aufgabe2()
    aufgabe3()
