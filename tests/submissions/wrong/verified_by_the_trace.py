import numpy as np

# 1
def relu(z):
    return np.maximum(z, 0)


np.random.seed(42)
X = np.random.randn(100, 8)
layers = [(8, 16), (16, 8), (8, 3)]
a = X
print(f"input {a.shape}")
for n, (i, o) in enumerate(layers, 1):
    W = np.random.randn(i, o) * 0.1
    b = np.zeros(o)
    a = a @ W + b
    if n < 3:
        a = relu(a)
    print(f"after layer {n}: {a.shape}")

# 2
A2 = np.random.randn(5, 3)
B2 = np.random.randn(5, 4)
res = np.matmul(np.transpose(A2), B2)
assert res.shape == (3, 4)

# 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(np.trace(np.array(C)) == np.trace(A @ B))
