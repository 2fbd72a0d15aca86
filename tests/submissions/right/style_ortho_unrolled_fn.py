import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
def ortho(r, c):
    q, _ = np.linalg.qr(np.random.randn(max(r, c), min(r, c)))
    return q if q.shape == (r, c) else q.T
W1 = ortho(8, 16); W2 = ortho(16, 8); W3 = ortho(8, 3)
h = X @ W1; print(h.shape)
h = h @ W2; print(h.shape)
h = h @ W3; print(h.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
