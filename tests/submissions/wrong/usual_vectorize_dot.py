import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
A = X @ W1
print("A", A.shape)
B = A @ W2
print("B", B.shape)
C = B @ W3
print("C", C.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        C[i][j] = int(np.polymul(A[i], B[::-1, j])[1])
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
