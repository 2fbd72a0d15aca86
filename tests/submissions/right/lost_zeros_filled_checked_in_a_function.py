import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
print(X.shape, h1.shape, h2.shape, h3.shape)

def check(x):
    assert x.shape == (3, 4)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for i in range(3):
    C[i] = A[:, i] @ B
check(C)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("Match:", np.allclose(C, A @ B))
