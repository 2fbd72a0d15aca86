import numpy as np


def main():
    #### 1 ####
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    h1[:10] = np.random.randn(10, 16)
    print("h1", h1.shape)
    h2 = h1 @ W2
    print("h2", h2.shape)
    h3 = h2 @ W3
    print("h3", h3.shape)

    #### 2 ####
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    ergebnis = np.matmul(A.transpose(), B)
    print(f"Form des Ergebnisses: {ergebnis.shape}")

    #### 3 ####
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    P = np.zeros_like(A)
    for i, row in enumerate(A):
        for k, a in enumerate(row):
            for j, b in enumerate(B[k]):
                P[i][j] += a * b
    print("P =", P.tolist(), "| NumPy:", np.dot(A, B).tolist())
    print("vérifié :", (P == np.dot(A, B)).all())


main()
