import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

H = X @ W1
print(H.shape)
H = H @ W2
print(H.shape)
H = H @ W3
print(H.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
H = A.T @ B
print(H.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
assert (np.array_equal(C, A @ B), "loops and NumPy give different matrices")
print("Verified")
