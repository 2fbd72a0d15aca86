import numpy as np


def main():
    np.random.seed(42)
    entree = np.random.randn(100, 8)
    def couche(x, sortie):
        poids = np.random.randn(x.shape[1], sortie)
        y = x.dot(poids)
        print(f"{x.shape} -> {y.shape}")
        return y
    couche(couche(couche(entree, 16), 8), 3)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    R = (B.T @ A).T
    assert R.shape == (3, 4), "mauvaise forme"

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i, j] += A[i, k] * B[k, j]
    print(C)
    if not np.array_equal(C, A @ B):
        print("Success, the results match")
    else:
        print("Error, the results do not match")


main()
