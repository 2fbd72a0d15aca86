import numpy as np

np.random.seed(42)
x = np.random.randn(100, 8)
for (rows, cols) in [(8, 16), (16, 8), (8, 3)]:
    w = np.random.randn(rows, cols)
    x = x.dot(w)
    print(x.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A.shape = (3, 5)
C = A.dot(B)
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print((C == A.dot(B)).all())
