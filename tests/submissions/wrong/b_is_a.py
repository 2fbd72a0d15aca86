import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print(hidden1.shape)
hidden2 = hidden1 @ W2
print(hidden2.shape)
output = hidden2 @ W3
print(output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = A
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.dot(A, B)))
