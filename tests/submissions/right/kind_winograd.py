import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = np.sin(X @ W1); print(H1.shape)
H2 = np.sin(H1 @ W2); print(H2.shape)
H3 = H2 @ W3; print(H3.shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = np.linalg.matmul(A.mT, B)
print(C.shape)
# Winograd's inner product
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
rowf = [r[0] * r[1] for r in A]
colf = [c[0] * c[1] for c in zip(*B)]
C = []
for i, a in enumerate(A):
    C.append([])
    for j, b in enumerate(zip(*B)):
        C[i].append((a[0] + b[1]) * (a[1] + b[0]) - rowf[i] - colf[j])
print(C)
print("agrees with NumPy:", np.array_equal(C, np.einsum("ik,kj->ij", A, B)))
