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
    C = A.T @ B
    print("C:", C.shape)
    assert C.shape == (3, 4)

    # Aufgabe 3
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    def f():
        C = [[0, 0], [0, 0]]
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    C[i][j] += A[i][k] * B[k][j]
                if j == 1:
                    return C
    C = f()
    print(C)
    print(np.array_equal(C, np.array(A) @ np.array(B)))

main()
