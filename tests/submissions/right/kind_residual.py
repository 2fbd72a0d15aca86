import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
mu, sd = X.mean(axis=0), X.std(axis=0)
Xs = (X - mu) / sd
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

def layernorm(h, gamma=1.5, beta=0.1):
    return gamma * (h - h.mean(-1, keepdims=True)) / (h.std(-1, keepdims=True) + 1e-5) + beta

h1 = layernorm(Xs @ W1)
print("h1", h1.shape)
h2 = h1 @ W2
h2 += Xs          # skip connection
print("h2", h2.shape)
y = h2 @ W3
y -= y.max(axis=1, keepdims=True)
p = np.exp(y) / np.exp(y).sum(axis=1, keepdims=True)
print("p", p.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
S = sum(np.outer(a, b) for a, b in zip(A, B))
print("S", S.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for k in range(2):
    for i in range(2):
        for j in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("C", C.tolist(), "numpy", (A @ B).tolist(), "diff", np.abs(C - A @ B).sum())
