from itertools import starmap
from operator import mul, matmul, methodcaller, attrgetter, eq
import numpy as np

shape = attrgetter("shape")
T = methodcaller("transpose")

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
a = matmul(X, W1)
b = matmul(a, W2)
c = matmul(b, W3)
print(*map(shape, (a, b, c)), sep=" -> ")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(shape(matmul(T(A), B)))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    new_row = []
    for col in zip(*B):
        new_row.append(sum(starmap(mul, zip(row, col))))
    C.append(new_row)
print("C =", C)

expected = matmul(np.array(A), np.array(B)).tolist()
print("C == expected:", eq(C, expected))
