"""The same with plain lists: NumPy only draws the numbers and checks the result."""

import numpy as np


def product(left, right):
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*right)] for row in left]


def shape(rows):
    return len(rows), len(rows[0])


np.random.seed(42)
data = np.random.randn(100, 8).tolist()
for inputs, outputs in ((8, 16), (16, 8), (8, 3)):
    data = product(data, np.random.randn(inputs, outputs).tolist())
    print(shape(data))

A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
turned = [list(column) for column in zip(*A)]
print(shape(product(turned, B)))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
result = product(A, B)
print(result)
print(result == (np.array(A) @ np.array(B)).tolist())
