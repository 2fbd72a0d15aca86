import numpy as np

print('--- task 1 ---')
class Dense:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out)
        self.b = np.zeros(n_out)

    def __call__(self, x):
        return np.tanh(x @ self.W + self.b)


np.random.seed(42)
X = np.random.randn(100, 8)
layer1, layer2, layer3 = Dense(8, 16), Dense(16, 8), Dense(8, 3)
a1 = layer1(X)
print("a1:", a1.shape)
a2 = layer2(a1)
print("a2:", a2.shape)
a3 = layer3(a2)
print("a3:", a3.shape)

print('--- task 2 ---')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = A.transpose()
C = At.dot(B)
rows, cols = C.shape
print("rows:", rows, "cols:", cols)

print('--- task 3 ---')
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(0, 1):
        for k in range(0, 2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print("equal to numpy:", np.array_equal(C, np.array(A) @ np.array(B)))
