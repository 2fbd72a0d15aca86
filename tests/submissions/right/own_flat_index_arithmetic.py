import numpy as np

# C / OpenGL background: matrices are flat, row major, M[i*cols + j]

A = [1, 2,
     3, 4]
B = [5, 6,
     7, 8]
C = [0] * 4
n = 2

for cell in range(n * n):
    i, j = divmod(cell, n)
    for k in range(n):
        C[cell] += A[i * n + k] * B[k * n + j]

print("flat C:", C)
print("as matrix:", [C[r * n:(r + 1) * n] for r in range(n)])

ref = (np.reshape(A, (n, n)) @ np.reshape(B, (n, n))).ravel().tolist()
print("numpy :", ref)
for mine, theirs in zip(C, ref):
    if mine != theirs:
        print("DIFFERENT", mine, theirs)
        break
else:
    print("no difference")

# -- network -----------------------------------------------------------------
np.random.seed(42)
X = np.random.randn(100, 8)
pool = np.random.randn(8 * 16 + 16 * 8 + 8 * 3)       # one parameter vector, sliced
W1 = pool[0:128].reshape(8, 16)
W2 = pool[128:256].reshape(16, 8)
W3 = pool[256:280].reshape(8, 3)

L1 = X @ W1
L2 = L1 @ W2
L3 = L2 @ W3
for L in L1, L2, L3:
    print("glsize(%d,%d)" % L.shape)

# -- transpose ---------------------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = np.lib.stride_tricks.as_strided(A, (3, 5), A.strides[::-1])
M = At @ B
print("glsize(%d,%d)" % M.shape)
