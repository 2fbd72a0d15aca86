import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = np.dot(X, W1)
h2 = np.dot(h1, W2)
h3 = np.dot(h2, W3)
print("h1 %s\nh2 %s\nh3 %s" % (h1.shape, h2.shape, h3.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
h = np.dot(A.T, B)
print("h %s" % (h.shape,))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        value = 0
        for k in range(2):
            value = np.polyval([A[i][k], value], B[k][j])
        C[i][j] = int(value)
print("C %s" % C)
print("numpy %s" % np.dot(A, B).tolist())
