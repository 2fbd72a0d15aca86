import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

together = W1 @ W2
h1 = np.array([x @ W1 for x in X])
h2 = np.array([h @ W2 for h in h1])
h3 = np.array([h @ W3 for h in h2])
print(h1.shape)
print(h2.shape)
print(h3.shape)
print("the brackets may stand anywhere:", np.allclose(X @ together, h2), np.allclose(X @ (together @ W3), h3))
print(np.allclose(np.linalg.multi_dot([X, W1, W2]), h2), np.allclose([x @ together for x in X], h2))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Result:", C.shape)

P = np.array([[1, 2], [3, 4]])
Q = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += P[i, k] * Q[k, j]
print(R)
print("equal:", np.array_equal(R, P @ Q))
