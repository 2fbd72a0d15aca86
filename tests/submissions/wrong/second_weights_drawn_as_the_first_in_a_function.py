import numpy as np


def aufgabe1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(8, 16)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print(h1.shape)
    h2 = h1 @ W2
    print(h2.shape)
    h3 = h2 @ W3
    print(h3.shape)


def aufgabe2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    fixed = np.dot(np.transpose(A), B)
    assert fixed.shape == (3, 4)
    print("fixed:", fixed.shape)


def aufgabe3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    def dot(u, v):
        total = 0
        for a, b in zip(u, v):
            total += a * b
        return total
    Z = np.array([[dot(A[i], B[:, j]) for j in range(2)] for i in range(2)])
    print(Z)
    print("largest difference:", abs(Z - A @ B).max())


if __name__ == "__main__":
    aufgabe1()
    aufgabe2()
    aufgabe3()
