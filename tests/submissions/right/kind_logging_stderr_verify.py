import logging
import sys
import numpy as np

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s:%(lineno)d:%(funcName)s: %(message)s")
log = logging.getLogger("matmul")


def forward(x, *weights):
    for w in weights:
        x = x @ w
        log.info("shape %s", x.shape)
    return x


np.random.seed(42)
X = np.random.randn(100, 8)
forward(X, np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
log.info("shape %s", (A.T @ B).shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.array([[0, 0], [0, 0]])
for (i, k), a in np.ndenumerate(A):
    for j, b in enumerate(B[k]):
        C[i, j] += a * b
print("C =", C.tolist())
err = logging.getLogger("check")
err.propagate = False
err.addHandler(logging.StreamHandler(sys.stderr))
if np.array_equal(C, A @ B):
    err.warning("loop result and numpy are equal")
else:
    err.error("loop result and numpy differ")
