import numpy as np

class Layer:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * 0.1
        self.b = np.zeros(n_out)

    def __call__(self, x):
        return x @ self.W + self.b

np.random.seed(42)
X = np.random.randn(100, 8)
net = [Layer(8, 16), Layer(16, 8), Layer(8, 3)]
print("X:", X.shape)
a = X
for layer in net:
    a = layer(a)
    print("layer output:", a.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (B.T @ A).T
rows, cols = C.shape
print(rows, cols)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
E = np.array(A) @ np.array(B)
print((np.array(C).sum(axis=0) == E.sum(axis=0)).all())
