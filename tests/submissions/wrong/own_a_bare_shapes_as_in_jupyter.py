import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

W1 = np.random.randn(8, 16)
h1 = X @ W1
h1.shape

W2 = np.random.randn(16, 8)
h2 = h1 @ W2
h2.shape

W3 = np.random.randn(8, 3)
h3 = h2 @ W3
h3.shape

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
result = A.T @ B
print(result.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print(result == A @ B)
