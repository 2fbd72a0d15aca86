from functools import partial
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
out = X
for a, b in ((8, 16), (16, 8), (8, 3)):
    out = np.maximum(out @ np.random.randn(a, b), 0)
    print("out:", out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A.T @ B:", np.matmul(A.T, B).shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
times_b = partial(np.einsum, "k,kj->j", optimize=np.einsum_path("k,kj->j", A[0], B)[0])
product = []
for row in A:
    new = []
    for value in times_b(row, B):
        new.append(int(value))
    product.append(new)
print("product:", product)
print("verified:", product == np.matmul(A, B).tolist())
