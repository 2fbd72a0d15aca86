import numpy as np
rng = np.random.RandomState(0)
np.random.seed(42)
X = np.random.randn(100, 8)
def bn(z): return (z - z.mean(0)) / (z.std(0) + 1e-5)
def dropout(z, p): return z * (rng.rand(*z.shape) > p) / (1 - p)
def leaky(z): return np.where(z > 0, z, .01 * z)
def log_softmax(z):
    z = z - z.max(1, keepdims=True)
    return z - np.log(np.exp(z).sum(1, keepdims=True))
W1 = rng.randn(8, 16); W2 = rng.randn(16, 8); W3 = rng.randn(8, 3)
print("X", X.shape)
Z1 = X @ W1; print("Z1", Z1.shape)
A1 = dropout(leaky(bn(Z1)), .2); print("A1", A1.shape)
Z2 = A1 @ W2; print("Z2", Z2.shape)
A2 = dropout(leaky(bn(Z2)), .2); print("A2", A2.shape)
Z3 = A2 @ W3; print("Z3", Z3.shape)
P = log_softmax(Z3); print("P", P.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
assert (A.T @ B).shape == (3, 4), "shape!"
print("ok")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for a in range(2):
    for b in range(2):
        for c in range(2):
            C[a][b] += A[a][c] * B[c][b]
print(C)
assert np.abs(np.subtract(C, np.matmul(A, B))).max() < 1e-12
print("verified against NumPy")
