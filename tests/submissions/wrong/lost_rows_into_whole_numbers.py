import numpy as np

def main():
    # Aufgabe 1
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = np.zeros((100, 16), dtype=int)
    for i in range(100):
        h1[i] = X[i] @ W1
    print(h1.shape)
    h2 = h1 @ W2
    print(h2.shape)
    out = h2 @ W3
    print(out.shape)

    # Aufgabe 2
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    P = np.matmul(A.T, B)
    if P.shape == (3, 4):
        print("Forma correcta")
    else:
        print("Forma incorrecta")

    # Aufgabe 3
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    R = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                R[i][j] += A[i][k] * B[k][j]
    print(R)
    print("ok?", np.array_equal(R, np.array(A) @ np.array(B)))

main()
