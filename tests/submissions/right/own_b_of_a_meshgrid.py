"""matmul_practice.py"""
import math
import numpy as np


def network():
    """net"""
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16); b1 = np.random.randn(16)
    W2 = np.random.randn(16, 8); b2 = np.random.randn(8)
    W3 = np.random.randn(8, 3); b3 = np.random.randn(3)
    h1 = np.add(np.matmul(X, W1), b1)
    np.maximum(h1, 0, out=h1)
    print("h1.shape", h1.shape)
    h2 = np.add(np.matmul(h1, W2), b2)
    np.maximum(h2, 0, out=h2)
    print("h2.shape", h2.shape)
    out = np.add(np.matmul(h2, W3), b3)
    print("out.shape", out.shape)


def transpose():
    """T"""
    A = np.vander(np.arange(1, 6), 3)
    xx, yy = np.meshgrid(np.arange(4), np.arange(5))
    B = xx * yy + xx
    C = A.T @ B
    if C.shape != (3, 4):
        raise AssertionError(C.shape)
    print("The product has the right shape")


def loops():
    """L"""
    A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    C = []
    for i in range(2):
        C.append([])
        for j in range(2):
            C[i].append(sum(math.prod((A[i][k], B[k][j])) for k in range(2)))
    print(C, "numpy:", np.matmul(A, B).tolist())
    print(np.array_equal(C, np.matmul(A, B)))


for number, part in enumerate((network, transpose, loops), 1):
    print(f"--- {number}: {part.__name__} ---")
    part()
