import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
n = X.shape[0]
H1 = np.empty((n, 16)); H2 = np.empty((n, 8)); Y = np.empty((n, 3))
np.dot(X, W1, H1)
print(H1.shape)
np.dot(H1, W2, H2)
print(H2.shape)
np.dot(H2, W3, Y)
print(Y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
D = np.empty((A.shape[1], B.shape[1]))
np.matmul(A.T, B, D)
print(D.shape)

A = np.array([[1., 2.], [3., 4.]])
B = np.array([[5., 6.], [7., 8.]])
mine = np.empty((2, 2))
numpys = np.empty((2, 2))
for i in range(2):
    for j in range(2):
        mine[i, j] = 0
        for k in range(2):
            mine[i, j] += A[i, k] * B[k, j]
np.dot(A, B, numpys)
print(mine)
print("max difference", abs(mine - numpys).max())
