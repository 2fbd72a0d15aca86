from numpy import array, array_equal, zeros
from numpy.random import seed, randn

seed(42)
X = randn(100, 8)
W1 = randn(8, 16)
W2 = randn(16, 8)
W3 = randn(8, 3)

h1 = X @ W1
h2 = h1 @ W2
h3 = h2 @ W3
for name, value in [("X", X), ("h1", h1), ("h2", h2), ("h3", h3)]:
    print(name, "x".join(map(str, value.shape)))

A = randn(5, 3)
B = randn(5, 4)
AtB = A.T @ B
print("AtB", "x".join(map(str, AtB.shape)))

A = array([[1, 2], [3, 4]])
B = array([[5, 6], [7, 8]])
C = zeros((2, 2), int)
for i in range(2):
    for j in range(2):
        C[i, j] = A[i, 0] * B[0, j] + A[i, 1] * B[1, j]
print(C)
print("matches numpy:", array_equal(C, A @ B))
