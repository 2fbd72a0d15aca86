import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
sizes = (16, 8, 3)
H = [X]
for s in sizes:
    H.append(H[-1] @ np.random.randn(H[-1].shape[1], s))
print([h.shape for h in H[1:]])
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = (B.T @ A).T
print(C.shape)
A = np.array([[1, 2], [3, 4]], dtype=complex)
B = np.array([[5, 6], [7, 8]], dtype=complex)
C = np.zeros((2, 2), dtype=complex)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] = C[i, j] + A[i, k] * B[k, j]
print(C.real.astype(int))
print(np.isclose(C, A @ B).all())
