import numpy as np
import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("matmul")

np.random.seed(42)
X = np.random.randn(100, 8)
log.info("X %s", X.shape)
W1 = np.random.randn(8, 16)
Z1 = X @ W1
log.info("Z1 %s", Z1.shape)
W2 = np.random.randn(16, 8)
Z2 = Z1 @ W2
log.info("Z2 %s", Z2.shape)
W3 = np.random.randn(8, 3)
Z3 = Z2 @ W3
log.info("Z3 %s", Z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
log.info("C %s", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0 for _ in range(len(B[0]))] for _ in range(len(A))]
for i in range(len(A)):
    for j in range(len(B[0])):
        for k in range(len(B)):
            C[i][j] += A[i][k] * B[k][j]
log.info("manual %s", C)
D = np.array(A) @ np.array(B)
log.info("numpy %s", D.tolist())
if (np.array(C) == D).all():
    log.info("verified")
else:
    log.error("mismatch")
