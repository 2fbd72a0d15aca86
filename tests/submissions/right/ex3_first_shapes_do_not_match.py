import numpy as np
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
assert np.array_equal(C, A @ B), "they differ"
np.random.seed(42)
X = np.random.randn(100, 8)
H = X
for s in [(8, 16), (16, 8), (8, 3)]:
    H = H @ np.random.randn(*s)
    print(H.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(f"{A.shape} and {B.shape} do not match")
C = A.T @ B
print(C.shape)
