import numpy as np

# --- part 1 ---
np.random.seed(42)
class Loud(np.ndarray):
    def __matmul__(self, other):
        r = super().__matmul__(other)
        print("matmul gives", r.shape)
        return r
X = np.random.randn(100, 8).view(Loud)
X @ np.random.randn(8, 16) @ np.random.randn(16, 8) @ np.random.randn(8, 3)

# --- part 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (A[:, :, None] * B[:, None, :]).sum(axis=0)
print("broadcast:", C.shape, "matmul:", (A.T @ B).shape, "equal:", np.allclose(C, A.T @ B))

# --- part 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=int)
for i, j, k in np.ndindex(2, 2, 2):
    C[i, j] += A[i, k] * B[k, j]
print(C); print(np.array_equal(C, A @ B))
