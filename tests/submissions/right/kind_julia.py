# Julia user. Columns first, 1-based, end-less.
import numpy as np
size = lambda M, d=None: M.shape if d is None else M.shape[d - 1]
eachindex = lambda n: range(1, n + 1)

np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.asfortranarray(np.random.randn(*s)) for s in [(8, 16), (16, 8), (8, 3)]]
h = np.asfortranarray(X)
for W in Ws:
    h = h @ W
    print(f"size(h) = {size(h)}")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(f"size(C, 1) = {size(C, 1)}, size(C, 2) = {size(C, 2)}")

A = np.array([[1, 2], [3, 4]], order="F")
B = np.array([[5, 6], [7, 8]], order="F")
C = np.zeros((2, 2), dtype=np.int64, order="F")
for j in eachindex(2):
    for k in eachindex(2):
        b = B[k - 1, j - 1]
        for i in eachindex(2):
            C[i - 1, j - 1] += A[i - 1, k - 1] * b
print("2×2 Matrix{Int64}:")
for row in C:
    print(" " + "  ".join(str(v) for v in row))
print("C ≈ A * B ?", str(bool(np.allclose(C, A @ B))).lower())
