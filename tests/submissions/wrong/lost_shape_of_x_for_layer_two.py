import numpy as np

def main():
    # Aufgabe 1
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    print('after layer 1', h1.shape)
    h2 = h1 @ W2
    print('after layer 2', X.shape)
    out = h2 @ W3
    print('after layer 3', out.shape)

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
