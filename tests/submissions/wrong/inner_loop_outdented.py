import numpy as np

# Part 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("hidden 1:", h1.shape)
h2 = h1 @ W2
print("hidden 2:", h2.shape)
out = h2 @ W3
print("output:", out.shape)


P = np.random.rand(5, 3)
Q = np.random.rand(5, 4)
PQ = np.matmul(P.transpose(), Q)
assert PQ.shape == (3, 4), "falsche Form"
print("Form:", PQ.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        C[i, j] = 0
    for k in range(2):
        C[i, j] += A[i, k] * B[k, j]
print(C)
print("equal:", np.array_equal(C, A @ B))
