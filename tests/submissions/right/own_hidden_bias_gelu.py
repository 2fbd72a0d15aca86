import math
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)


def gelu(z):
    # tanh approximation, as in GPT-2
    return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z ** 3)))


def he(n_in, n_out):
    return np.random.randn(n_in, n_out) * math.sqrt(2.0 / n_in)


W1, b1 = he(8, 16), np.zeros(16)
W2, b2 = he(16, 8), np.random.randn(8) * 0.01
W3, b3 = he(8, 3), np.full(3, 0.5)

z1 = X @ W1 + b1
a1 = gelu(z1)
z2 = a1 @ W2 + b2
a2 = gelu(z2)
logits = a2 @ W3 + b3

print(f"{z1.shape = }")
print(f"{z2.shape = }")
print(f"{logits.shape = }")

# ---------------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.swapaxes(0, 1) @ B
print(f"{A.shape = }, {B.shape = }, {C.shape = }")

# ---------------------------------------------------------
A = np.array([[1, 2],
              [3, 4]])
B = np.array([[5, 6],
              [7, 8]])
n, m, p = A.shape[0], A.shape[1], B.shape[1]
C = np.zeros((n, p))
for i in range(n):
    for j in range(p):
        for k in range(m):
            C[i, j] += A[i, k] * B[k, j]
print(f"{C = }")
print(f"{np.allclose(C, A @ B) = }")
