import numpy as np

def network():
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


def transposed():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    assert C.shape == (A.T @ B).shape


def by_hand():
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

if __name__ == "__main__":
    print("--- network ---")
    network()
    print("--- transposed ---")
    transposed()
    print("--- by_hand ---")
    by_hand()
