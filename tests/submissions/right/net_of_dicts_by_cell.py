"""The practice at the end of the article, in the article's own style."""

import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
h = dict(np.ndenumerate(X))
m = 8
for n in (16, 8, 3):
    W = np.random.randn(m, n)
    h = {(i, j): sum(h[i, k] * W[k, j] for k in range(m)) for i in range(100) for j in range(n)}
    m = n
    print((1 + max(i for i, j in h), 1 + max(j for i, j in h)))

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

# 3. Multiply by hand, then ask NumPy
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
