"""The practice at the end of the article, in the article's own style."""

import numpy as np

# 1. A three-layer network: (100, 8) -> (100, 16) -> (100, 8) -> (100, 3)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

hidden1 = X @ W1
print("Layer 1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2:", hidden2.shape)
output = hidden2 @ W3
print("Output: ", output.shape)

class Matrix:
    def __init__(self, rows, cols, data):
        self.rows, self.cols, self.data = rows, cols, data

    @property
    def shape(self):
        return self.rows, self.cols

    def __matmul__(self, other):
        data = []
        for i in range(self.rows):
            for j in range(other.cols):
                total = 0
                for k in range(self.cols):
                    total += self.data[i * self.cols + k] * other.data[k * other.cols + j]
                data.append(total)
        return Matrix(self.rows, other.cols, data)

def matrix(a):
    return Matrix(*a.shape, a.ravel().tolist())

A, B = matrix(np.random.randn(5, 3).T), matrix(np.random.randn(5, 4))
C = A @ B
print(C.shape)

# 3. Multiply by hand, then ask NumPy
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
