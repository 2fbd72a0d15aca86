import numpy as np

# Part 1
def task_1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    assert X.shape[1] == W1.shape[0]
    A = X @ W1
    print(A.shape)
    assert A.shape == (100, 16)
    assert A.shape[1] == W2.shape[0]
    B = A @ W2
    print(B.shape)
    assert B.shape == (100, 8)
    assert B.shape[1] == W3.shape[0]
    C = B @ W3
    print(C.shape)
    assert C.shape == (100, 3)

task_1()
print("X times its transpose:", (np.ones((4, 2)) @ np.ones((2, 4))).shape)

# Part 2
def task_2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    A = np.array(list(zip(*A)))   # my own transpose
    C = np.dot(A, B)
    print(C.shape)

task_2()
batch = np.random.randn(10, 4, 3)
print("batched:", (batch @ np.random.randn(3, 2)).shape)

# Part 3
def task_3():
    def mat_mul(a, b):
        if len(a[0]) != len(b):
            raise ValueError("inner dimensions must be the same")
        result = []
        for r in range(len(a)):
            result.append([])
            for c in range(len(b[0])):
                result[r].append(0)
                for k in range(len(b)):
                    result[r][c] += a[r][k] * b[k][c]
        return result

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = mat_mul(A, B)
    N = np.dot(A, B)
    same = True
    for i in range(2):
        for j in range(2):
            if C[i][j] != N[i][j]:
                same = False
    if same:
        print("Both results are the same:", C)
    else:
        print("Results differ!")

task_3()
# Extra: * is not @
u = np.array([[1, 2], [3, 4]])
print("u * u =", (u * u).tolist(), " u @ u =", (u @ u).tolist())
