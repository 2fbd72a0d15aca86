import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1, b1 = np.random.randn(8, 16), np.zeros(16)
W2, b2 = np.random.randn(16, 8), np.zeros(8)
W3, b3 = np.random.randn(8, 3), np.zeros(3)
a1 = np.dot(X, W1) + b1
a2 = np.dot(a1, W2) + b2
a3 = np.dot(a2, W3) + b3
print(X.shape, "->", a1.shape, "->", a2.shape, "->", a3.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
for i in range(2):
    C = np.zeros((2, 2))
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.array_equal(C, A @ B))
