import os
import numpy as np
import csv
import sys

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h2 = h1 @ W2
y = h2 @ W3

writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["name", "rows", "columns"])
for n, m in (("X", X), ("h1", h1), ("h2", h2), ("y", y)):
    writer.writerow([n, *m.shape])

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
writer.writerow(["A.T@B", *C.shape])

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
ok = str(np.array(C)) == str(np.array(A) @ np.array(B))
print("C", C, "same text as NumPy's:", ok)
sys.exit(os.EX_OK if ok else os.EX_DATAERR)
