import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    poids = {"W1": np.random.rand(8, 16), "W2": np.random.rand(16, 8), "W3": np.random.rand(8, 3)}
    couche_1 = np.matmul(X, poids["W1"])
    couche_2 = np.matmul(couche_1, poids["W2"])
    couche_3 = np.matmul(couche_2, poids["W3"])
    print(couche_1.shape, couche_2.shape, couche_3.shape, sep="\n")


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    ergebnis = np.dot(np.transpose(A), B)
    assert ergebnis.shape == (3, 4)
    print("Form stimmt:", ergebnis.shape)


def part_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                p = A[i, k] * B[k, j]
            C[i, j] += p
    print(C)
    print(np.allclose(C, A @ B))


if __name__ == '__main__':
    part_one()
    part_two()
    part_three()
