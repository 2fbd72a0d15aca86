import numpy as np

X = np.random.RandomState(42).randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
b1, b2, b3 = np.zeros(16), np.zeros(8), np.zeros(3)

Y = np.eye(3)[np.random.randint(0, 3, 100)]
for t in range(2):
    h1 = np.maximum(X @ W1, 0)
    h2 = np.maximum(h1 @ W2, 0)
    z = h2 @ W3
    g = (z - Y) / 100
    W3 -= 0.1 * h2.T @ g
for name, v in dict(h1=h1, h2=h2, z=z).items():
    print(name, v.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R, np.array_equal(R, A @ B))
