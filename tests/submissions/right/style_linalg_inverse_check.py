import numpy as np

print("=" * 40)
np.random.seed(42)
X = np.random.randn(100, 8)
def ortho(r, c):
    q, _ = np.linalg.qr(np.random.randn(max(r, c), min(r, c)))
    return q if q.shape == (r, c) else q.T
for name, r, c in (("one", 8, 16), ("two", 16, 8), ("three", 8, 3)):
    X = X @ ortho(r, c)
    print("layer", name, X.shape)

print("=" * 40)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.shape != (3, 4):
    raise RuntimeError("wrong shape")

print("=" * 40)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("A @ B   ", np.allclose(C, A @ B))
print("det rule", np.isclose(np.linalg.det(C), np.linalg.det(A) * np.linalg.det(B)))
print("undo    ", np.allclose(np.linalg.solve(A, C), B))
