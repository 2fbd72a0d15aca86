import numpy as np


def exercise_1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    a1 = np.matmul(X, W1)
    a2 = np.matmul(a1, W2)
    a3 = np.matmul(a2, W3)
    print("after W1:", a1.shape)
    print("after W2:", a2.shape)
    print("after W3:", a3.shape)
    return a3


def exercise_2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.matmul(np.transpose(A), B)
    print("C:", C.shape)
    assert C.shape == (3, 4)
    return C


def matmul(A, B):
    n = len(A)
    m = len(B[0])
    p = len(B)
    result = []
    for i in range(n):
        row = []
        for j in range(m):
            s = 0
            for k in range(p):
                s += A[i][k] * B[k][j]
            row.append(s)
        result.append(row)
    print(result)


def exercise_3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    mine = matmul(A, B)
    theirs = np.array(A) @ np.array(B)
    print(mine)
    print(theirs)
    print("equal:", (np.array(mine) == theirs).all())


exercise_1()
exercise_2()
exercise_3()
