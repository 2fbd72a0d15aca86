import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
a = X @ W1; b = a @ W2; c = b @ W3
expected = {"a": (100, 16), "b": (100, 8), "c": (100, 3)}
ok = all(globals()[k].shape == v for k, v in expected.items())
if ok:
    print("network is fine:", a.shape, b.shape, c.shape)
else:
    print("network is broken")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
ok = (A.T @ B).shape == (3, 4)
print("transpose is", "fine" if ok else "broken")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
ok = np.array_equal(C, np.dot(A, B))
print("loops are", "fine" if ok else "broken")
