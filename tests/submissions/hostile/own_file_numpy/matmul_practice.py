# attack: NumPy's own ways to write and map files outside | must: denied
import numpy as np

for each in (lambda: np.save("/tmp/sbx_own_numpy.npy", np.ones(3)), lambda: np.memmap("/tmp/sbx_own_map", mode="w+", shape=(9,)), lambda: np.ones(3).tofile("/var/tmp/sbx_own_file"), lambda: np.loadtxt("/etc/hostname", dtype=str)):
    try: each(); print("did it")
    except OSError as error: print(error.errno)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = X @ W1; print(h1.shape)
h2 = h1 @ W2; print(h2.shape)
out = h2 @ W3; print(out.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B; print(C.shape)
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R); print(np.allclose(R, A @ B))
