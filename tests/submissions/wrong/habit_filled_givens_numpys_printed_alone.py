import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = X @ W1; print(h1.shape)
h2 = h1 @ W2; print(h2.shape)
h3 = h2 @ W3; print(h3.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = np.zeros((2, 2), int)
A[0, 0] = 1
A[0, 1] = 2
A[1, 0] = 3
A[1, 1] = 4
B = np.zeros((2, 2), int)
B[0, 0] = 5
B[0, 1] = 6
B[1, 0] = 7
B[1, 1] = 8
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(A @ B)
