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
    C = np.zeros((A.shape[1], B.shape[1]))
    c = A.T @ B
    print(C.shape)

    # Aufgabe 3
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    prod = []
    for fila in A:
        nueva = []
        for j in range(len(B[0])):
            t = 0
            for k in range(len(B)):
                t += fila[k] * B[k][j]
            nueva.append(t)
        prod.append(nueva)
    print("a mano:", prod)
    print("numpy:", (np.array(A) @ np.array(B)).tolist())
    print(prod == (np.array(A) @ np.array(B)).tolist())

main()
