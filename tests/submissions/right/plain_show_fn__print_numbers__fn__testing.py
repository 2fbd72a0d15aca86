import numpy as np


def exercise_3():
    """Exercise 3."""
    def matmul_by_hand(A, B):
        n, m, p = len(A), len(B), len(B[0])
        C = [[0] * p for _ in range(n)]
        for i in range(n):
            for j in range(p):
                for k in range(m):
                    C[i][j] += A[i][k] * B[k][j]
        return C

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = matmul_by_hand(A, B)
    np.testing.assert_allclose(C, np.array(A) @ np.array(B))
    print("C =", C, "(tested with numpy.testing)")


def exercise_1():
    """Exercise 1."""
    def show(name, matrix):
        print(name + ": " + str(matrix.shape))

    np.random.seed(42)
    X = np.random.randn(100, 8)
    show("X", X)
    W1 = np.random.randn(8, 16)
    show("W1", W1)
    W2 = np.random.randn(16, 8)
    show("W2", W2)
    W3 = np.random.randn(8, 3)
    show("W3", W3)
    R = X @ W1
    show("R", R)
    R = R @ W2
    show("R", R)
    R = R @ W3
    show("R", R)


def exercise_2():
    """Exercise 2."""
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    print("A =\n", A)
    print("A transposed =\n", A.T)
    print("B =\n", B)
    print("A.T @ B =\n", A.T @ B)
    print("with the shape", (A.T @ B).shape)


def main():
    for f in [exercise_1, exercise_2, exercise_3]:
        print(f.__name__)
        f()
        print()


main()
