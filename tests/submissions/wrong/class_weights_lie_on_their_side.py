import numpy as np

class Layer:
    def __init__(self, nin, nout):
        self.weights = np.random.randn(nout, nin)
    def __call__(self, x):
        y = x @ self.weights
        print(y.shape)
        return y

np.random.seed(42)
X = np.random.randn(100, 8)
print(X.shape)
W1 = np.random.randn(16, 8)
net = [Layer(8, 16), Layer(16, 8), Layer(8, 3)]
h = X
for layer in net:
    h = layer(h)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
