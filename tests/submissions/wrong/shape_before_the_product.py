import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
x = X
for W in weights:
    print("shape:", x.shape)
    x = x @ W


A = np.arange(15).reshape(5, 3)
B = np.arange(20).reshape(5, 4) - 7
print("antes:", A.shape, B.shape)
R = np.dot(A.T, B)
print("resultado:", R.shape)


# Part 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("same as numpy:", np.array_equal(C, A @ B))
