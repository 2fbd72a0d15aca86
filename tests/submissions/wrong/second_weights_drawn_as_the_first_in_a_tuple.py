import numpy as np


np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(8, 16), np.random.randn(8, 3)
h1 = X @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
h3 = h2 @ W3
print("h3", h3.shape)


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
M = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        for k in range(5):
            M[i, j] += A[k, i] * B[k, j]
print("M.shape =", M.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

def by_loops(P, Q):
    R = np.zeros((P.shape[0], Q.shape[1]), dtype=int)
    for r in range(P.shape[0]):
        for c in range(Q.shape[1]):
            t = 0
            for m in range(P.shape[1]):
                t = t + P[r, m] * Q[m, c]
            R[r, c] = t
    return R

mine = by_loops(A, B)
print("mine:", mine.tolist())
np.testing.assert_array_equal(mine, A @ B)
print("equal to NumPy")
