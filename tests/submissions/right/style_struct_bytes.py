import struct
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z = [X @ W1]
Z += [Z[0] @ W2]
Z += [Z[1] @ W3]
for z in Z: print("%d %d" % (z.shape[0], z.shape[1]))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("%d %d" % (C.shape[0], C.shape[1]))

# memory as bytes, little endian 32 bit
a = struct.pack("<4i", 1, 2, 3, 4)
b = struct.pack("<4i", 5, 6, 7, 8)
c = bytearray(16)
at = lambda buf, r, s: struct.unpack_from("<i", buf, 4 * (2 * r + s))[0]
for i in range(2):
    for j in range(2):
        acc = 0
        for k in range(2):
            acc += at(a, i, k) * at(b, k, j)
        struct.pack_into("<i", c, 4 * (2 * i + j), acc)
print(struct.unpack("<4i", c))
na, nb = (np.frombuffer(m, "<i4").reshape(2, 2) for m in (a, b))
print("memcmp:", "0" if bytes(c) == (na @ nb).astype("<i4").tobytes() else "1")
