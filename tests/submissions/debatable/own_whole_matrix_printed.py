import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
out = X
for W in (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)):
    out = out @ W
    print("shape:", out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
out = np.matmul(A.T, B)
print("result:")
print(out)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
out = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            out[i, j] += A[i, k] * B[k, j]
print("result:")
print(out)
print("verified:", np.array_equal(out, np.matmul(A, B)))
