import numpy as np

# ~~~ 1 ~~~
np.random.seed(42)
X = np.random.randn(100, 8)
H1 = X @ np.random.randn(8, 16)
H2 = H1 @ np.random.randn(16, 8)
H3 = H2 @ np.random.randn(8, 3)
for n, H in (("X", X), ("H_1", H1), ("H_2", H2), ("H_3", H3)):
    print(r"$%s \in \mathbb{R}^{%d \times %d}$" % (n, *H.shape))

# ~~~ 2 ~~~
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = sum(np.multiply.outer(a, b) for a, b in zip(A, B))
print(C.shape, np.abs(C - A.T @ B).max() < 1e-12)

# ~~~ 3 ~~~
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C, np.allclose(C, np.linalg.multi_dot([A, B])))
