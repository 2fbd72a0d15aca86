import numpy as np


def part1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    shapes = [X.shape]
    result = X
    for W in [W1, W2, W3]:
        result = result @ W
        shapes.append(result.shape)
    for s in shapes:
        print(s)


def part2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = (B.T @ A).T
    print(C.shape)
    print(np.allclose(C, A.T @ B))


def part3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.empty((2, 2))
    for r in range(2):
        for c in range(2):
            row = A[r, :]
            col = B[:, c]
            acc = 0
            for x, y in zip(row, col):
                acc += x * y
            C[r, c] = acc
    def verify(mine, a, b):
        return bool(np.allclose(mine, np.dot(a, b)))

    print("My answer:", C)
    print("verify():", verify(C, A, B))


if __name__ == '__main__':
    part1()
    part2()
    part3()
