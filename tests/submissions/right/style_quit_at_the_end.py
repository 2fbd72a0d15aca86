import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.rand(8, 16) - .5, np.random.rand(16, 8) - .5, np.random.rand(8, 3) - .5
for M in (X @ W1, X @ W1 @ W2, X @ W1 @ W2 @ W3): print(M.shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print((A.T @ B).shape)
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
if not np.allclose(C, A @ B):
    print("mistake somewhere")
    exit(1)
print("no mistake")
quit()
print("never printed")
