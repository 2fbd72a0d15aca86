import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.ones((8, 16))
W2 = np.ones((16, 8))
W3 = np.ones((8, 3))
layer = X @ W1
print("shape 1:", layer.shape)
layer = layer @ W2
print("shape 2:", layer.shape)
layer = layer @ W3
print("shape 3:", layer.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("before:", A.shape, B.shape)
A = A.T
print("after transposing A:", A.shape, B.shape)
C = A @ B
print("product:", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = []
for i in range(2):
    for j in range(2)
        total = 0
        for k in range(2):
            total += A[i][k] * B[k][j]
        C.append(total)
print("flat:", C)
C = np.array(C).reshape(2, 2)
print("matrix:\n", C)
check = A @ B
print("numpy:\n", check)
print("equal:", np.array_equal(C, check))
