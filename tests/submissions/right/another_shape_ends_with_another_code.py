import numpy as np
import sys

def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    ws = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
    a = X
    for w in ws:
        a = a @ w
        print("%d by %d" % a.shape, file=sys.stderr)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    if C.shape != (3, 4):
        return 1

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    if not np.array_equal(C, np.matmul(A, B)):
        return 2
    return 0

if __name__ == "__main__":
    sys.exit(main())
