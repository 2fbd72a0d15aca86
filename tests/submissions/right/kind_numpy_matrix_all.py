import numpy as np
np.random.seed(42)
X = np.asmatrix(np.random.randn(100, 8))
W1 = np.asmatrix(np.random.randn(8, 16))
W2 = np.asmatrix(np.random.randn(16, 8))
W3 = np.asmatrix(np.random.randn(8, 3))
H1 = X * W1
print(H1.shape)
H2 = H1 * W2
print(H2.shape)
Y = H2 * W3
print(Y.shape)
A = np.asmatrix(np.random.randn(5, 3))
B = np.asmatrix(np.random.randn(5, 4))
print((A.T * B).shape)
A = np.matrix([[1, 2], [3, 4]])
B = np.matrix([[5, 6], [7, 8]])
C = np.matrix(np.zeros((2, 2), int))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A.item(i, k) * B.item((k, j))
print(C)
print(np.all(C == A * B))
