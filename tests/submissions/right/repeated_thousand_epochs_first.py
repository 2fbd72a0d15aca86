import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
Y = np.random.rand(100, 3)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
for epoch in range(1000):
    h1 = sigmoid(X @ W1)
    h2 = sigmoid(h1 @ W2)
    p = sigmoid(h2 @ W3)
    g3 = (p - Y) * p * (1 - p)
    g2 = g3 @ W3.T * h2 * (1 - h2)
    g1 = g2 @ W2.T * h1 * (1 - h1)
    W3 -= 0.1 * h2.T @ g3
    W2 -= 0.1 * h1.T @ g2
    W1 -= 0.1 * X.T @ g1
print(h1.shape, h2.shape, p.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
