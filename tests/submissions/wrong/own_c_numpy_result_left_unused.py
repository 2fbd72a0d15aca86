import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
layer_sizes = [8, 16, 8, 3]
for i in range(3):
    X = X @ np.random.randn(layer_sizes[i], layer_sizes[i + 1])
    print("Layer {}: {}".format(i + 1, X.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(A.T, B)
print("Result: {}".format(C.shape))

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]

# verify
C_numpy = A @ B
print("Result: {}".format(C.tolist()))
