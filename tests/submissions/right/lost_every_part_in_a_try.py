import traceback
import numpy as np
def attempt(f):
    try:
        f()
        print(f.__name__, "done")
    except Exception:
        traceback.print_exc()
@attempt
def part1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    L1 = X @ np.random.randn(8, 16)
    L2 = L1 @ np.random.randn(16, 8)
    L3 = L2 @ np.random.randn(8, 3)
    print(X.shape, L1.shape, L2.shape, L3.shape)
@attempt
def part2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    assert C.shape == (3, 4)
    print(C.shape)
@attempt
def part3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = np.zeros_like(A)
    for i in range(2):
        for j in range(2):
            C[i, j] = sum(A[i, k] * B[k, j] for k in range(2))
    print(C)
    assert np.array_equal(C, A @ B)
