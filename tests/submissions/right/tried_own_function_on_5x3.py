import numpy as np


def my_matmul(A, B):
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(A.shape[1]):
                C[i, j] += A[i, k] * B[k, j]
    return C


x = np.random.RandomState(42).randn(100, 8)
for shape in ((8, 16), (16, 8), (8, 3)):
    x = x @ np.random.randn(*shape)
    print(x.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = my_matmul(A, B)
print(C, np.array_equal(C, A @ B))

P,Q = np.random.randint(-9, 10, (5, 3)), np.random.randint(-9, 10, (3, 4))
print("test:", np.allclose(my_matmul(P, Q), P @ Q))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = my_matmul(A.T, B)
print("shape:", C.shape)
print("same as numpy:", np.allclose(C, A.T @ B))
