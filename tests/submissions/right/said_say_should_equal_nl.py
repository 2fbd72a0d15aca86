# --- 1: logging_out
import logging
import sys
import numpy as np
logger = logging.getLogger("net")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(name)s] %(message)s"))
logger.addHandler(handler)
logger.setLevel(logging.DEBUG)
np.random.seed(42)
X = np.random.randn(100, 8)
logger.info("X %s", X.shape)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H = X @ W1
logger.info("H %s", H.shape)
G = H @ W2
logger.info("G %s", G.shape)
Y = G @ W3
logger.info("Y %s", Y.shape)

# --- 2: list_A
A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
At = [[A[r][c] for r in range(len(A))] for c in range(len(A[0]))]
C = np.dot(At, B)
print("shape:", C.shape)

# --- 3: say_should_equal_nl
def hand(a, b):
    return np.array([[sum(p * q for p, q in zip(r, c)) for c in zip(*b)] for r in a])
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = hand(A, B)
print(f"Result: {C.tolist()}")
N = np.matmul(A, B)
print("NumPy says (should be equal):\n", N)
