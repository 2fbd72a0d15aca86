"""Practice for the chapter about matrix multiplication.

Author: Ana
"""
import inspect
import os
import sys
import numpy as np

print(__doc__.strip().splitlines()[0])
print(os.path.basename(__file__), __name__, len(sys.argv))


def matmul(a, b):
    """rows times columns"""
    c = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                c[i][j] += a[i][k] * b[k][j]
    return c


def forward(x):
    h1 = x @ np.random.randn(8, 16)
    h2 = h1 @ np.random.randn(16, 8)
    out = h2 @ np.random.randn(8, 3)
    for name, value in locals().items():
        print(name, value.shape)


np.random.seed(42)
forward(np.random.randn(100, 8))
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)
print("my function:", matmul.__name__, "-", matmul.__doc__, inspect.signature(matmul))
print(inspect.getsource(matmul))
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
C = matmul(A, B)
print(C, np.array_equal(C, np.matmul(A, B)))
print(sorted(n for n in dir() if not n.startswith("_")))
