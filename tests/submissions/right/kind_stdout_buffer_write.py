import sys
import numpy as np
out = open(sys.stdout.fileno(), "w", encoding="utf8", buffering=1, closefd=False)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = X @ W1; print("étape 1 :", H1.shape, file=out)
H2 = H1 @ W2; print("étape 2 :", H2.shape, file=out)
H3 = H2 @ W3; print("étape 3 :", H3.shape, file=out)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B; print("étape 4 :", C.shape, file=out)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("résultat :", C, "vérifié :", C == np.dot(A, B).tolist(), file=out)
