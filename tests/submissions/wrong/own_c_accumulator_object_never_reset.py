import numpy as np


class Accumulator:
    def __init__(self):
        self.total = 0

    def add(self, value):
        self.total += value
        return self.total


np.random.seed(42)
X = np.random.randn(100, 8)
weights = (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3))
signal = X
for w in weights:
    signal = np.matmul(signal, w)
    print(signal.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
signal = np.matmul(A.T, B)
print(signal.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
acc = Accumulator()
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] = acc.add(A[i, k] * B[k, j])
print(result)
print("Same as NumPy?", np.array_equal(result, np.matmul(A, B)))
