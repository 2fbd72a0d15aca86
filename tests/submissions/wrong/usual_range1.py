import numpy as np


class ShapeError(Exception):
    pass


class ValueMismatch(Exception):
    pass


def require_shape(array, shape):
    if array.shape != shape:
        raise ShapeError(f"{array.shape} instead of {shape}")
    print("shape ok:", array.shape)


def require_equal(mine, numpys):
    if not np.allclose(mine, numpys):
        raise ValueMismatch(f"{mine} instead of {numpys}")
    print("values ok:", mine)


np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
first = X @ W1
require_shape(first, (100, 16))
second = first @ W2
require_shape(second, (100, 8))
third = second @ W3
require_shape(third, (100, 3))

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
require_shape(A.T @ B, (3, 4))

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(1):
            C[i][j] += A[i][k] * B[k][j]
require_equal(C, np.dot(A, B))
