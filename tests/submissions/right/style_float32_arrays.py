import numpy as np


# 1.
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
buf = [np.empty((100, n)) for n in (16, 8, 3)]
np.matmul(X, W1, out=buf[0])
np.matmul(buf[0], W2, out=buf[1])
np.matmul(buf[1], W3, out=buf[2])
for b in buf:
    print("buffer:", b.shape)


# 2.
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C:", C.shape)


# 3.
A = np.array([[1, 2], [3, 4]], dtype=np.float32)
B = np.array([[5, 6], [7, 8]], dtype=np.float32)
C = np.zeros((2, 2), dtype=np.float32)
for i in range(2):
    for j in range(2):
        acc = np.float32(0)
        for k in range(2):
            acc = acc + A[i, k] * B[k, j]
        C[i, j] = acc
print(C)
np.testing.assert_allclose(C, A @ B, rtol=1e-6)
print("allclose")
