import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 10)
    W3 = np.random.randn(10, 3)
    hidden1 = X @ W1
    hidden2 = hidden1 @ W2
    output = hidden2 @ W3
    print(hidden1.shape, hidden2.shape, output.shape)


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    print("C", C.shape)


def part_three():
    def mul(p, q):
        res = []
        i = 0
        while i < len(p):
            fila = []
            j = 0
            while j < len(q[0]):
                s = 0
                k = 0
                while k < len(q):
                    s += p[i][k] * q[k][j]
                    k += 1
                fila.append(s)
                j += 1
            res.append(fila)
            i += 1
        return res
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    print(mul(A, B))
    print("igual que numpy:", (np.array(mul(A, B)) == A @ B).all())


part_one()
part_two()
part_three()
