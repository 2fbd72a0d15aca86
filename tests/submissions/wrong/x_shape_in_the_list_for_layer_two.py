import numpy as np

np.random.seed(42)

# --- data and weights -------------------------------------------------
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

H1 = np.maximum(X @ W1, 0)
H2 = np.maximum(H1 @ W2, 0)
OUT = H2 @ W3

for name, arr in [("X", X), ("H1", H1), ("H2", X), ("OUT", OUT)]:
    print(name, "has shape", arr.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AtB = A.T @ B

L = [[1, 2], [3, 4]]
R = [[5, 6], [7, 8]]
S = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            S[i, j] += L[i][k] * R[k][j]
N = np.matmul(L, R)

tests = [
    ("AtB has shape (3, 4)", AtB.shape == (3, 4)),
    ("AtB equals A.T @ B", np.allclose(AtB, A.T @ B)),
    ("S equals NumPy's product", np.array_equal(S, N)),
]
failed = 0
for title, ok in tests:
    print("ok  " if ok else "FAIL", title)
    if not ok:
        failed += 1
print("failed tests:", failed)
