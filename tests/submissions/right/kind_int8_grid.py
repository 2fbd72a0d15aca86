import numpy as np
# embedded programmer, small types please
np.random.seed(42)
X = np.random.randn(100, 8).astype(np.float32)
W1 = np.random.randn(8, 16).astype(np.float32)
W2 = np.random.randn(16, 8).astype(np.float32)
W3 = np.random.randn(8, 3).astype(np.float32)
H1 = X @ W1
print("H1 %dx%d %s" % (*H1.shape, H1.dtype))
H2 = H1 @ W2
print("H2 %dx%d %s" % (*H2.shape, H2.dtype))
Y = H2 @ W3
print("Y %dx%d %s" % (*Y.shape, Y.dtype))

A = np.random.randn(5, 3).astype(np.float32)
B = np.random.randn(5, 4).astype(np.float32)
P = A.swapaxes(0, 1) @ B
print("P %dx%d" % P.shape)

A = np.array([[1, 2], [3, 4]], dtype=np.int8)
B = np.array([[5, 6], [7, 8]], dtype=np.int8)
acc = np.zeros((2, 2), dtype=np.int8)
for i in range(2):
    for j in range(2):
        for k in range(2):
            acc[i, j] += A[i, k] * B[k, j]
print(acc)
print("verify:", np.array_equal(acc, A @ B))
