import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
a = X @ W1; b = a @ W2; c = b @ W3
for n in (16, 8, 3): print((len(X), n))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Transposed:", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("Match:", np.array_equal(C, A @ B))
