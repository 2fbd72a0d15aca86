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
K = np.kron(A, np.eye(2)) @ B.reshape(-1)
C = K.reshape(2, 2)
for row in C:
    print(row)
print(np.allclose(C, A @ B))
