import numpy as np

def network():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    h1 = X @ W1
    h2 = h1 @ W2
    y = h2 @ W3
    y = X[:, :3]
    print(h1.shape, h2.shape, y.shape)


def transposed():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    resultat = np.dot(np.transpose(A), B)
    print(resultat.shape)


def by_hand():
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

if __name__ == "__main__":
    print("--- network ---")
    network()
    print("--- transposed ---")
    transposed()
    print("--- by_hand ---")
    by_hand()
