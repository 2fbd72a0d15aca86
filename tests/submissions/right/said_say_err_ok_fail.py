# --- 1: training_extra
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16) * .1
W2 = np.random.randn(16, 8) * .1
W3 = np.random.randn(8, 3) * .1
target = np.random.randn(100, 3) if len(X) == 100 else np.zeros((len(X), 3))
h1 = np.tanh(X @ W1); h2 = np.tanh(h1 @ W2); out = h2 @ W3
print("shapes", X.shape, h1.shape, h2.shape, out.shape)
# one step of gradient descent, out of interest
d = 2 * (out - target) / len(X)
g3 = h2.T @ d
d2 = d @ W3.T * (1 - h2 ** 2)
g2 = h1.T @ d2
d1 = d2 @ W2.T * (1 - h1 ** 2)
g1 = X.T @ d1
W1 -= .1 * g1; W2 -= .1 * g2; W3 -= .1 * g3
print("gradients", g1.shape, g2.shape, g3.shape)

# --- 2: ndim_size
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("ndim", C.ndim, "size", C.size, "shape", C.shape)

# --- 3: say_err_ok_fail
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
C = np.array(C)
print("By hand:")
print(C)
N = np.array(A) @ np.array(B)
e = np.abs(C - N).max()
print("Max error:", e, "OK" if e < 1e-9 else "FAIL")
