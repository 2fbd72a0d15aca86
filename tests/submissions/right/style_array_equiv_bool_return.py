import numpy as np


# 1.
np.random.seed(42)
X = np.random.randn(100, 8)
def ortho(r, c):
    q, _ = np.linalg.qr(np.random.randn(max(r, c), min(r, c)))
    return q if q.shape == (r, c) else q.T
for name, r, c in (("one", 8, 16), ("two", 16, 8), ("three", 8, 3)):
    X = X @ ortho(r, c)
    print("layer", name, X.shape)


# 2.
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.shape != (3, 4):
    raise RuntimeError("wrong shape")


# 3.
def verify(mine, a, b):
    return np.array_equiv(mine, np.matmul(a, b))
def multiply(a, b):
    rows = []
    for i in range(len(a)):
        row = []
        for j in range(len(b[0])):
            value = 0
            for k in range(len(b)):
                value += a[i][k] * b[k][j]
            row.append(value)
        rows.append(row)
    return rows
print(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
print(verify(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [[1, 2], [3, 4]], [[5, 6], [7, 8]]))
