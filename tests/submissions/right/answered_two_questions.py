import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
Z = [X]
for w in (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)): Z.append(Z[-1] @ w)
print(*(f"Z{i}: {z.shape}" for i, z in enumerate(Z)), sep="\n")
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("inner dims of A and B differ, so A is transposed:", (A.T @ B).shape)
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("Is the difference zero everywhere?", "Yes" if not np.any(C - A @ B) else "No")
print("Would A * B be the same?", "Yes" if np.array_equal(C, A * B) else "No")
