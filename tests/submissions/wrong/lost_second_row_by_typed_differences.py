import numpy as np

def network():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    def couche(x, n):
        w = np.random.randn(x.shape[1], n)
        y = np.tanh(np.dot(x, w))
        print(f"forme : {y.shape}")
        return y
    sortie = couche(couche(couche(X, 16), 8), 3)


def transposed():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    P = np.matmul(A.T, B)
    if P.shape == (3, 4):
        print("Forma correcta")
    else:
        print("Forma incorrecta")


def by_hand():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for j in range(2):
        for k in range(2):
            C[0][j] += A[0][k] * B[k][j]
        C[1][j] = C[0][j] + 24 + 4 * j
    print(C)
    print(np.array_equal(C, np.array(A) @ np.array(B)))

if __name__ == "__main__":
    print("--- network ---")
    network()
    print("--- transposed ---")
    transposed()
    print("--- by_hand ---")
    by_hand()
