import numpy as np

X = np.random.RandomState(42).randn(100, 8)


def dense(x, n_out):
    w = np.random.randn(x.shape[1], n_out)
    return x @ w


h2 = dense(dense(X, 16), 8)
assert h2.shape == (100, 8)
x = X
for n in (16, 8, 3):
    x = dense(x, n)
    print(x.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R, np.array_equal(R, A @ B))
