import numpy as np


# extra
Xt = np.random.RandomState(42).randn(100, 8)
Yt = np.random.randn(100, 3)
V1, V2, V3 = 0.3 * np.random.randn(8, 16), 0.3 * np.random.randn(16, 8), 0.3 * np.random.randn(8, 3)
for epoch in range(30):
    g1 = np.tanh(Xt @ V1)
    g2 = np.tanh(g1 @ V2)
    g3 = g2 @ V3
    d3 = 2 * (g3 - Yt) / 100
    d2 = (d3 @ V3.T) * (1 - g2 ** 2)
    d1 = (d2 @ V2.T) * (1 - g1 ** 2)
    V3 -= 0.1 * g2.T @ d3
    V2 -= 0.1 * g1.T @ d2
    V1 -= 0.1 * Xt.T @ d1
    if epoch % 10 == 0:
        print("loss", ((g3 - Yt) ** 2).mean())

X = np.random.RandomState(42).randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
out = h2 @ W3
print("out", out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    A @ B
except ValueError as e:
    print(e)
C = A.T @ B
print("C", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C, np.array_equal(C, A @ B))
