# ejercicios
import numpy as np

# --- Aufgabe 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("Layer 1:", h1.shape)
h2 = h1 @ W2
print("Layer 2:", h2.shape)
out = h2 @ W3
print("Output:", out.shape)

# --- Aufgabe 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
m = A.shape[1]
n = B.shape[1]
print(m, n)

# --- Aufgabe 3
def matmul(P, Q):
    n, m, p = len(P), len(Q), len(Q[0])
    out = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            for k in range(m):
                out[i][j] += P[i][k] * Q[k][j]
    return out

A3 = [[1, 2], [3, 4]]
B3 = [[5, 6], [7, 8]]
manual = matmul(A3, B3)
expected = np.dot(A3, B3)
print(manual)
assert np.allclose(manual, expected)
print("verified")
