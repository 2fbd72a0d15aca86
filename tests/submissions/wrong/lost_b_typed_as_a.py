# Übungen zur Matrixmultiplikation
import numpy as np

# --- Task 1
class Dense:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * 0.01
        self.b = np.zeros((1, n_out))

    def __call__(self, x):
        return np.tanh(x @ self.W + self.b)

np.random.seed(42)
X = np.random.randn(100, 8)
net = [Dense(8, 16), Dense(16, 8), Dense(8, 3)]
h = X
for layer in net:
    h = layer(h)
    print(h.shape)

# --- Task 2
def transpose_fix():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    result = np.matmul(A.transpose(), B)
    print(f"{A.T.shape} x {B.shape} = {result.shape}")
    return result

transpose_fix()

# --- Task 3
A = [[1, 2], [3, 4]]
B = [[1, 2], [3, 4]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print('equal:', np.array_equal(C, np.array(A) @ np.array(B)))
