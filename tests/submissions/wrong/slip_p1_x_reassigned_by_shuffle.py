import numpy as np


def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    np.random.shuffle(X)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    s1 = X @ W1
    s2 = s1 @ W2
    s3 = s2 @ W3
    print(s1.shape, s2.shape, s3.shape)

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
    print("same as NumPy:", np.allclose(C, A @ B))


main()
