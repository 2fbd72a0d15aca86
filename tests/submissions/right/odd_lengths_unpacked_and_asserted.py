import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1, b1 = np.random.randn(8, 16), np.random.randn(16)
W2, b2 = np.random.randn(16, 8), np.random.randn(8)
W3, b3 = np.random.randn(8, 3), np.random.randn(3)
z1 = np.dot(X, W1); z1 += b1
print("z1 ->", z1.shape)
a1 = z1.copy(); a1[a1 < 0] = 0
z2 = np.dot(a1, W2); z2 += b2
print("z2 ->", z2.shape)
a2 = z2.copy(); a2[a2 < 0] = 0
z3 = np.dot(a2, W3); z3 += b3
print("z3 ->", z3.shape)
probs = np.exp(z3) / np.exp(z3).sum(1)[:, None]
print("probs ->", probs.shape, "first row", probs[0].round(2))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
assert C.ndim == 2
m, n = C.shape
assert m == A.shape[1]
assert n == B.shape[1]
print("all asserts fine")

from collections import deque
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
queue = deque((i, j, k) for i in range(2) for j in range(2) for k in range(2))
C = np.zeros((2, 2), dtype=int)
while queue:
    i, j, k = queue.popleft()
    C[i, j] += A[i][k] * B[k][j]
print(C, np.array_equal(C, np.dot(A, B)))
