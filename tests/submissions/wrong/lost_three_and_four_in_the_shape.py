import numpy as np

def main():
    # Aufgabe 1
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print("h1", h1.shape)
    h2 = h1 @ W2
    print("h2", h2.shape)
    y = h2 @ W3
    print("y", y.shape)

    # Aufgabe 2
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    assert 3 in C.shape and 4 in C.shape

    # Aufgabe 3
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    def von_hand(P, Q):
        n, m, p = P.shape[0], P.shape[1], Q.shape[1]
        E = np.zeros((n, p))
        for r in range(n):
            for c in range(p):
                summe = 0
                for k in range(m):
                    summe = summe + P[r, k] * Q[k, c]
                E[r, c] = summe
        return E
    E = von_hand(A, B)
    print(E)
    assert np.allclose(E, A @ B)
    print("stimmt")

main()
