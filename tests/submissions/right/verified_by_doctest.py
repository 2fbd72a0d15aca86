"""
Practice for matrix multiplication.

>>> a = [[1, 2], [3, 4]]
>>> b = [[5, 6], [7, 8]]
>>> matmul(a, b)
[[19, 22], [43, 50]]
>>> bool((np.array(matmul(a, b)) == np.array(a) @ np.array(b)).all())
True
"""
import doctest
import numpy as np


def matmul(a, b):
    c = []
    for row in a:
        new_row = []
        for j in range(len(b[0])):
            acc = 0
            for k, value in enumerate(row):
                acc += value * b[k][j]
            new_row.append(acc)
        c.append(new_row)
    return c


np.random.seed(42)
x = np.random.randn(100, 8)
w1 = np.random.randn(8, 16)
w2 = np.random.randn(16, 8)
w3 = np.random.randn(8, 3)
print('input:', x.shape)
print('hidden 1:', (x @ w1).shape)
print('hidden 2:', (x @ w1 @ w2).shape)
print('output:', (x @ w1 @ w2 @ w3).shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print('A^T B:', (A.T @ B).shape)

if __name__ == '__main__':
    failures, tests = doctest.testmod()
    print(tests, 'doctests,', failures, 'failures')
