import numpy as np

x = np.random.RandomState(42).randn(100, 8)
for shape in ((8, 16), (16, 8), (8, 3)):
    x = x @ np.random.randn(*shape)
    print(x.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)

Q, R = np.linalg.qr(A)
print("qr", np.allclose(R.T @ (Q.T @ B), A.T @ B))

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
