import numpy as np


def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print("h1", h1.shape)
    h2 = h1 @ W2
    print("h2", h2.shape)
    out = h2 @ W3
    print("out", out.shape)

    M1 = np.random.randn(5, 3)
    M2 = np.random.randn(5, 4)
    M3 = np.einsum("ki,kj->ij", M1, M2)
    print(M3.shape)

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = []
    for fila, columna in zip(A, B.T):
        s = 0
        for a, b in zip(fila, columna):
            s += a * b
        C.append(s)
    print(C)
    print(np.array_equal(C, A @ B))


main()
