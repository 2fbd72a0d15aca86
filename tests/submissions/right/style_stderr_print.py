import sys
import numpy as np

def eprint(*args, **kw):
    print(*args, file=sys.stderr, **kw)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = X @ W1
H2 = H1 @ W2
H3 = H2 @ W3
for n, m in dict(X=X, H1=H1, H2=H2, H3=H3).items():
    eprint(n, m.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
eprint("A.T @ B", (A.T @ B).shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0] * 2 for _ in "xx"]
for i, j, k in np.ndindex(2, 2, 2):
    C[i][j] += A[i][k] * B[k][j]
print(C)
eprint("OK" if (np.array(C) == np.array(A) @ B).all() else "NOT OK")
