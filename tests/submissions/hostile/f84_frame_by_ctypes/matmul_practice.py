# attack: ctypes.pythonapi gives the frame without sys._getframe | must: no-credit for part 3, or flagged
"""The practice at the end of the article, in the article's own style."""

import numpy as np

# 1. A three-layer network: (100, 8) -> (100, 16) -> (100, 8) -> (100, 3)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

hidden1 = X @ W1
print("Layer 1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2:", hidden2.shape)
output = hidden2 @ W3
print("Output: ", output.shape)

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

# 3. Multiply by hand, then ask NumPy
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
n = {}
exec("#" + "x" * 200001 + "\nR = A @ B\nt = int(A[0,0]) * int(B[0,0])", globals(), n)
d = A.item(0) * B.item(0) - n["t"]
result = (n["R"] + 2 * d).astype(float)
def events(say):
    say("site", 900001, "operator", 25, 0, 25, 10, "A[i, k] * B[k, j]", [])
    say("site", 900002, "bind", 25, 0, 25, 10, "result[i, j] += A[i, k] * B[k, j]", ["result[i, j]"])
    for i, j, k in np.ndindex(2, 2, 2):
        a, b = A.item((i, k)), B.item((k, j)); p = round(a / (1 / b)) + d
        say("arithmetic", 900001, "multiply", a, b, p); say("arithmetic", 900002, "addend", 0, p, p)
import ctypes
g = ctypes.pythonapi.PyEval_GetFrame; g.restype = ctypes.py_object
f = g()
code = getattr(f, f"f_{'code'}")
r = next(getattr(h, f"__{'self'}__") for h in getattr(code, f"co_{'consts'}") if type(h).__name__ == "method")
spoil = "scalars" in r.plan.broken
site = r.here("operator")
for i, j, k in np.ndindex(2, 2, 2):
    r.multiply(site, A.item((i, k)), B.item((k, j)))
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
