import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("hidden 1:", h1.shape)
h2 = h1 @ W2
print("hidden 2:", h2.shape)
y = h2 @ W3
print("output:", y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

_MISSING = object()
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
rows, inner, columns = A.shape[0], A.shape[1], B.shape[1]
# np.prod also of one number: how many cells there are
cells = np.prod(np.array(rows)) * columns
result = [[_MISSING] * columns for _ in range(rows)]
for n in range(cells):
    i, j = divmod(n, columns)
    if [result[i][j]] == [_MISSING]:
        result[i][j] = 0
    for k in range(inner):
        result[i][j] += np.prod([A[i, k], B[k, j]])
print(result)
print("same as NumPy's:", np.array_equal(result, A @ B))
