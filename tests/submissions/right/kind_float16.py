import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = X @ W1; H2 = H1 @ W2; O = H2 @ W3
print('shapes', H1.shape, H2.shape, O.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = np.array([[1, 2], [3, 4]], np.float16)
B = np.array([[5, 6], [7, 8]], np.float16)
C = np.zeros((2, 2), np.float16)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C, C.dtype)
print(np.allclose(C, A @ B))
