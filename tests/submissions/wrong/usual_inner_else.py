import numpy as np


def exercise_3():
    """Exercise 3."""
    A = [[1.0, 2.0], [3.0, 4.0]]
    B = [[5.0, 6.0], [7.0, 8.0]]
    size = len(A)
    C = [[0.0] * size for row in range(size)]
    for row in range(size):
        for col in range(size):
            for step in range(size):
                C[row][col] += A[row][step] * B[step][col]
    ref = np.array(A) @ np.array(B)
    print("cell | loops | numpy | same")
    for i in range(2):
        for j in range(2):
            print(f"{i},{j}  | {C[i][j]:5} | {ref[i, j]:5} | {C[i][j] == ref[i, j]}")


def exercise_1():
    """Exercise 1."""
    np.random.seed(42)
    X = np.random.randn(100, 8)
    params = {}
    sizes = [8, 16, 8, 3]
    for l in range(1, 4):
        params["W" + str(l)] = np.random.randn(sizes[l - 1], sizes[l]) * 0.01
        params["b" + str(l)] = np.zeros(sizes[l])
    A = X
    for l in range(1, 4):
        A = np.tanh(np.dot(A, params["W" + str(l)]) + params["b" + str(l)])
        print("A" + str(l), A.shape)


def exercise_2():
    """Exercise 2."""
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    if A.shape[1] != B.shape[0]:
        print("inner dimensions differ:", A.shape[1], B.shape[0])
        left = A
    else:
        left = A
    print("result:", (left @ B).shape)


def main():
    for f in [exercise_1, exercise_2, exercise_3]:
        print(f.__name__)
        f()
        print()


main()
