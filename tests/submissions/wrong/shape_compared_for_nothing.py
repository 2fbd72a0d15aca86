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
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.shape == (3, 4):
    pass

# 3
def matmul(P, Q):
    rows, inner, cols = len(P), len(Q), len(Q[0])
    R = [[0] * cols for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            total = 0
            for k in range(inner):
                total += P[i][k] * Q[k][j]
            R[i][j] = total
    return R


M = np.array([[1, 2], [3, 4]])
N = np.array([[5, 6], [7, 8]])
mine = matmul(M, N)
assert np.allclose(mine, M @ N)
print("verified", mine)
