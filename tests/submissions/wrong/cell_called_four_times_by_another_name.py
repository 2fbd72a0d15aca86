import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("Layer 1:", h1.shape)
h2 = h1 @ W2
print("Layer 2:", h2.shape)
h3 = h2 @ W3
print("Layer 3:", h3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Result:", C.shape)

P = np.array([[1, 2], [3, 4]])
Q = np.array([[5, 6], [7, 8]])
def cell(r, c):
    return r[0] * c[0] + r[1] * c[1]
f = cell
R = [[f(P[0], Q[:, 0]), f(P[0], Q[:, 1])], [f(P[1], Q[:, 0]), f(P[1], Q[:, 1])]]
print(R)
print("equal:", np.array_equal(R, P @ Q))
