import numpy as np

def main():
    # Aufgabe 1
    np.random.seed(42)
    X = np.random.randn(100, 8)
    def couche(x, n):
        w = np.random.randn(x.shape[1], n)
        y = np.tanh(np.dot(x, w))
        print(f"forme : {y.shape}")
        return y
    sortie = couche(couche(couche(X, 16), 8), 3)

    # Aufgabe 2
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    resultat = np.dot(np.transpose(A), B)
    print(resultat.shape)

    # Aufgabe 3
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2), dtype=int)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += A[i, k] * B[k, j]
    print(C)
    N = (A @ B).T
    print(np.array_equal(C, N))

main()
