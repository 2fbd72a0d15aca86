import numpy as np
from ctypes import c_double, c_int

N = 2
a = (c_int * 4)(1, 2, 3, 4)
b = (c_int * 4)(5, 6, 7, 8)
c = (c_int * 4)()
for i in range(N):
    for j in range(N):
        c[i * N + j] = 0
        for k in range(N):
            c[i * N + j] += a[i * N + k] * b[k * N + j]
for i in range(N):
    print("%4d %4d" % (c[i * N], c[i * N + 1]))
ref = np.array(a).reshape(2, 2) @ np.array(b).reshape(2, 2)
print("memcmp:", 0 if bytes(np.array(c)) == ref.astype(np.int32).tobytes() else 1)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1; print("h1[%d][%d]" % h1.shape)
h2 = h1 @ W2; print("h2[%d][%d]" % h2.shape)
out = h2 @ W3; print("out[%d][%d]" % out.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B; print("C[%d][%d]" % C.shape)
