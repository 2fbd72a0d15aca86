# matmul_practice.py
import numpy as np

def forward(x, params):
    shapes = [x.shape]
    for w, b in params:
        x = x @ w + b
        shapes.append(x.shape)
        x = 1 / (1 + np.exp(-x))
    return x, shapes

np.random.seed(42)
X = np.random.randn(100, 8)
params = [(np.random.rand(8, 16), np.zeros((1, 16))),
          (np.random.rand(16, 8), np.zeros((1, 8))),
          (np.random.rand(8, 3), np.zeros((1, 3)))]
y, shapes = forward(X, params)
for s in shapes:
    print("shape ->", s)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print((C == A @ B).all)
