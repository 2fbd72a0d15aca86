import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
relu = lambda z: np.clip(z, 0, None)
h1 = relu(X @ W1 + 0.5)
h2 = relu(h1 @ W2 + 0.5)
y = h2 @ W3 + 0.5
for m in h1, h2, y:
    print(m.shape, m.ndim, m.size)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, B.shape[1]))
for i in range(3):
    for j in range(B.shape[1]):
        for k in range(5):
            C[i, j] += A[k, i] * B[k, j]
print("by loops:", C.shape, "numpy:", (A.T @ B).shape, np.allclose(C, A.T @ B))
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = []
for row in A.tolist():
    C.append([])
    for col in B.T.tolist():
        C[-1].append(0)
        for a, b in zip(row, col):
            C[-1][-1] += a * b
print(C)
print("Diff matrix:\n", np.array(C) - np.matmul(A, B))
print("sum of abs diff:", np.abs(np.array(C) - np.matmul(A, B)).sum())
