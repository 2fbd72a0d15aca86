import numpy as np

# 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("layer 1:", h1.shape)
h2 = h1 @ W2
print("layer 2:", h2.shape)
out = X @ (W1 @ W2 @ W3)
print("layer 3:", out.shape)

# 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

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
