import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
f = {"W1": (8, 16), "W2": (16, 8), "W3": (8, 3)}
h = X
for name, shape in f.items():
    h = np.dot(h, np.random.uniform(-1, 1, size=shape))
    print(name, tuple(h.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (A[:, :, None] * B[:, None, :]).sum(axis=0)
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])


def cell(i, j):
    total = 0
    for k in range(2):
        total += A[i, k] * B[k, j]
    return total


C = np.frompyfunc(cell, 2, 1).outer(range(2), range(2)).astype(int)
print(C)
print("Matches np.dot:", np.array_equal(C, np.dot(A, B)))
