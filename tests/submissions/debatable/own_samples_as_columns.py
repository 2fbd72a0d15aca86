import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(16, 8)
W2 = np.random.randn(8, 16)
W3 = np.random.randn(3, 8)

a1 = W1 @ X.T
print("a1:", a1.shape)
a2 = W2 @ a1
print("a2:", a2.shape)
a3 = W3 @ a2
print("a3:", a3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
a4 = A.T @ B
print("a4:", a4.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
a5 = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            a5[i, j] += A[i, k] * B[k, j]
print("a5:", a5)
print("a5 == A @ B:", (a5 == A @ B).all())
