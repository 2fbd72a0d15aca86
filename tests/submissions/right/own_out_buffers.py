import numpy as np

# I work with real time audio, allocation in the loop is forbidden
# so all buffers are made before
BATCH = 100
IN, H1, H2, OUT = 8, 16, 8, 3

np.random.seed(42)
X = np.empty((BATCH, IN))
X[...] = np.random.randn(BATCH, IN)

W1 = np.empty((IN, H1)); W1[:] = np.random.randn(IN, H1)
W2 = np.empty((H1, H2)); W2[:] = np.random.randn(H1, H2)
W3 = np.empty((H2, OUT)); W3[:] = np.random.randn(H2, OUT)

buf1 = np.empty((BATCH, H1))
buf2 = np.empty((BATCH, H2))
buf3 = np.empty((BATCH, OUT))

np.matmul(X, W1, out=buf1)
np.dot(buf1, W2, out=buf2)
buf2.dot(W3, out=buf3)

print("buf1 rows: %d, cols: %d" % buf1.shape)
print("buf2 rows: %d, cols: %d" % buf2.shape)
print("buf3 rows: %d, cols: %d" % buf3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
out = np.full((3, 4), np.nan)
np.matmul(np.transpose(A), B, out)
assert not np.isnan(out).any()
print("out  rows: %d, cols: %d" % out.shape)

A = np.array([[1, 2], [3, 4]], dtype=np.int32)
B = np.array([[5, 6], [7, 8]], dtype=np.int32)
acc = np.zeros((2, 2), dtype=np.int32)
for i in range(2):
    for k in range(2):
        a = A[i, k]          # stays in the register
        for j in range(2):
            acc[i, j] = acc[i, j] + a * B[k, j]
print(acc)

ref = np.empty_like(acc)
np.matmul(A, B, out=ref)
np.subtract(ref, acc, out=ref)
print("all zero?", not ref.any())
