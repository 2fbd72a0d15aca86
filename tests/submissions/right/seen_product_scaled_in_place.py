import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
params = 0
A = X
for i, n in enumerate([16, 8, 3]):
    W = np.random.randn(A.shape[1], n); b = np.random.randn(n)
    params += W.size + b.size
    Z = A @ W + b
    A = Z if i == 2 else 1 / (1 + np.exp(-Z))
    print(f"Layer {i + 1}: Z {Z.shape}, A {A.shape}, W {W.shape}, b {b.shape}")
print(params, "parameters")
C = (A - A.min(0)) / (A.max(0) - A.min(0))
print("min-max:", C.min(), C.max(), C.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B
C /= np.abs(C).max()
print("scaled to [-1, 1]:", C.shape)
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
for name, ok in {"array_equal": np.array_equal(C, A @ B), "allclose": np.allclose(C, A @ B), "==": (C == A @ B).all(),
                 "list": C.tolist() == (A @ B).tolist(), "norm": np.linalg.norm(C - A @ B) == 0, "hash": hash(C.tobytes()) == hash((A @ B).tobytes())}.items():
    print(f"{name:12}{ok}")
