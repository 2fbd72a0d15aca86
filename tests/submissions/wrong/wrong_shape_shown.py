import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
l1 = X @ W1
l2 = l1 @ W2
l3 = l2 @ W3
for n, m in zip(["X", "l1", "l2", "l3"], [X, l1, l2, l3]):
    print(n, m.shape)
A = np.random.randn(5, 3)
B = np.random.randn(3, 4)
C = A @ B
print(C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.matmul(A, B)))
