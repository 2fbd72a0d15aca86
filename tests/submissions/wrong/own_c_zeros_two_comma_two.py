import numpy as np

print("--- 1 ---")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
X1 = X.dot(W1)
X2 = X1.dot(W2)
X3 = X2.dot(W3)
print(X1.shape, X2.shape, X3.shape)

print("--- 2 ---")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
X4 = A.T.dot(B)
print(X4.shape)

print("--- 3 ---")
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros(2, 2)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.array_equal(C, A.dot(B)))
