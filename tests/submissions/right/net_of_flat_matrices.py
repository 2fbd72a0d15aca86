"""The practice at the end of the article, in the article's own style."""

import numpy as np

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

np.random.seed(42)
X = matrix(np.random.randn(100, 8))
H1 = X @ matrix(np.random.randn(8, 16))
print(H1.shape)
H2 = H1 @ matrix(np.random.randn(16, 8))
print(H2.shape)
H3 = H2 @ matrix(np.random.randn(8, 3))
print(H3.shape)

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

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
