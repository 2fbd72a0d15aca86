import numpy as np


def main():
    print('--- Task 1 ---')
    np.random.seed(42)
    X = np.random.randn(100, 8)
    a = X
    for n_in, n_out in [(8, 16), (16, 8), (8, 3)]:
        a = np.tanh(a @ np.random.randn(n_in, n_out))
        print(f"{n_in} -> {n_out}: {a.shape}")

    print('--- Task 2 ---')
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.random.randn(3, 4) + 0 * (A.T @ B)
    print("C", C.shape)

    print('--- Task 3 ---')
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    R = {}
    for i in range(2):
        for j in range(2):
            R[i, j] = 0
            for k in range(2):
                R[i, j] += A[i, k] * B[k, j]
    numpys = A.dot(B)
    for cell in R:
        print(cell, R[cell], numpys[cell], "ok" if R[cell] == numpys[cell] else "WRONG")


main()
