import numpy as np
from numpy import linalg as la

# --- Teil 1 / part 1 ---------------------------------------------------------
np.random.seed(42)
X = np.random.randn(100, 8)

xavier = lambda i, o: np.random.randn(i, o) * np.sqrt(2 / (i + o))
W1 = xavier(8, 16)
W2 = xavier(16, 8)
W3 = xavier(8, 3)

H1 = np.linalg.matmul(X, W1)
H2 = np.linalg.matmul(H1, W2)
Y = np.linalg.matmul(H2, W3)
print("        rows  cols   ||.||")
print("H1    %6d%6d%8.3f" % (*H1.shape, la.norm(H1)))
print("H2    %6d%6d%8.3f" % (*H2.shape, la.norm(H2)))
print("Y     %6d%6d%8.3f" % (*Y.shape, la.norm(Y)))
print("chain ok:", la.norm(Y - la.multi_dot([X, W1, W2, W3])) < 1e-9)

# --- part 2 ------------------------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.linalg.tensordot(A, B, axes=((0,), (0,)))
print("C     %6d%6d%8.3f" % (*C.shape, la.norm(C)))

# --- part 3 ------------------------------------------------------------------
A = np.array([[1., 2.], [3., 4.]])
B = np.array([[5., 6.], [7., 8.]])
C = np.empty((2, 2))
for (i, j), _ in np.ndenumerate(C):
    partial = [A[i, k] * B[k, j] for k in range(2)]
    C[i, j] = partial[0]
    for p in partial[1:]:
        C[i, j] += p
print(C)
residual = la.norm(C - A @ B)
print("residual:", residual)
assert residual < 1e-12, "something is wrong with the loops"
