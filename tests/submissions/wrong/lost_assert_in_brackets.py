import numpy as np

def main():
    # Aufgabe 1
    np.random.seed(42)
    X = np.random.randn(100, 8)
    sizes = [8, 16, 8, 3]
    a = X
    print("Eingabe:", a.shape)
    for n_in, n_out in zip(sizes, sizes[1:]):
        W = np.random.randn(n_in, n_out) * 0.1
        b = np.zeros(n_out)
        a = np.maximum(0, a @ W + b)
        print("Schicht:", a.shape)

    # Aufgabe 2
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    resultat = np.dot(np.transpose(A), B)
    print(resultat.shape)

    # Aufgabe 3
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    print(C)
    assert (np.allclose(C, A @ B), "not the same")

main()
