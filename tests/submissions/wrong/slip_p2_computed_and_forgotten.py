import numpy as np


def main():
    np.random.seed(42)
    daten = np.random.randn(100, 8)
    for n_ein, n_aus in ((8, 16), (16, 8), (8, 3)):
        daten = np.maximum(daten @ np.random.randn(n_ein, n_aus) + np.zeros(n_aus), 0)
        print("Form jetzt:", daten.shape)

    def producto(a, b):
        return a.T @ b
    p = producto(np.random.randn(5, 3), np.random.randn(5, 4))
    print("listo")

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += A[i, k] * B[k, j]
    print(C)
    print("same as NumPy:", np.allclose(C, A @ B))


main()
