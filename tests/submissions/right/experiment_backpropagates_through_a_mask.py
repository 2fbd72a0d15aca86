import numpy as np

# ----
np.random.seed(42)
X = np.random.randn(100, 8)
y = np.random.randint(0, 3, 100)
W1 = np.random.randn(8, 16) * .3; W2 = np.random.randn(16, 8) * .3; W3 = np.random.randn(8, 3) * .3
print("X", X.shape)
a1 = np.maximum(X @ W1, 0); print("a1", a1.shape)
a2 = np.maximum(a1 @ W2, 0); print("a2", a2.shape)
z = a2 @ W3; print("z", z.shape)
# bonus: train it a little
for step in range(30):
    a1 = np.maximum(X @ W1, 0); a2 = np.maximum(a1 @ W2, 0); z = a2 @ W3
    p = np.exp(z - z.max(1, keepdims=True)); p /= p.sum(1, keepdims=True)
    loss = -np.log(p[range(100), y] + 1e-12).mean()
    d = p.copy(); d[range(100), y] -= 1; d /= 100
    g3 = a2.T @ d; d = (d @ W3.T) * (a2 > 0)
    g2 = a1.T @ d; d = (d @ W2.T) * (a1 > 0)
    g1 = X.T @ d
    W1 -= .5 * g1; W2 -= .5 * g2; W3 -= .5 * g3
print("loss", round(loss, 3))

# ----
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
import sys
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
N = np.array(A) @ np.array(B)
print("ok" * (C == N.tolist()) or "not ok")
C == N.tolist() or sys.exit("hand product is wrong")

# ----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(np.linalg.multi_dot([A.T, B]).shape)
