import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
Xn = X / np.linalg.norm(X, axis=1, keepdims=True)   # every sample has length one
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = Xn @ W1
H2 = H1 @ W2
H3 = H2 @ W3
for H in (H1, H2, H3): print("%ix%i" % H.shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = A.T @ B
assert str(C.shape) == "(3, 4)"
A = bytes([1, 2, 3, 4])
B = bytes([5, 6, 7, 8])
C = bytearray(4)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[2 * i + j] += A[2 * i + k] * B[2 * k + j]
print(list(C))
a, b, c = (np.frombuffer(m, dtype=np.uint8).reshape(2, 2).astype(int) for m in (A, B, C))
print((a @ b == c).all())
