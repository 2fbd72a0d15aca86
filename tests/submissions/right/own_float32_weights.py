import numpy as np

f4, f8 = np.float32, np.float64

np.random.seed(42)
X = np.random.randn(100, 8)
# the weights are float32 to save memory, X stays as it came out of randn
W1, W2, W3 = [np.random.randn(n, m).astype(f4) for n, m in ((8, 16), (16, 8), (8, 3))]

H1 = X @ W1
H2 = np.matmul(H1, W2, dtype=f8)
Y = H2 @ W3
fmt = "{:<3}{!s:>12} {!s:>9}".format
print(fmt("", "shape", "dtype"))
for name, arr in zip(("H1", "H2", "Y"), (H1, H2, Y)):
    print(fmt(name, arr.shape, arr.dtype))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = np.ascontiguousarray(A.T)
print(fmt("AtB", (At @ B).shape, (At @ B).dtype))

A = np.array([[1, 2], [3, 4]], f4)
B = np.array([[5, 6], [7, 8]], f4)
C = np.ndarray((2, 2), f4)
for i in range(2):
    for j in range(2):
        s = f4(0)
        for k in range(2):
            s = f4(s + A[i, k] * B[k, j])
        C[i, j] = s
eps = np.finfo(f4).eps
rel = np.abs(C - A @ B) / np.abs(A @ B)
print(C)
print("relative error / eps:", (rel / eps).max())
print("good" if (rel < 4 * eps).all() else "bad")
