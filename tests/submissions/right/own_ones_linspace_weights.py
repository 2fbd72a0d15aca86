import numpy as np

# The values of the weights are not important, only the shape,
# so I don't use random weights at all.
np.random.seed(42)
X = np.random.randn(100, 8)

W1 = np.ones((8, 16))
W2 = np.linspace(-1, 1, 16 * 8).reshape(16, 8)
W3 = np.eye(8, 3) + 0.5

def go(v, *ws):
    """apply the weights and return all the shapes on the way"""
    way = []
    for w in ws:
        v = v @ w
        way.append("x".join(str(n) for n in v.shape))
    return " => ".join(way)

print(go(X, W1, W2, W3))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(go(A.T, B))

A, B = map(np.array, ([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
C = np.ones((2, 2)) * 0
for k in range(2):              # sum of rank one pieces: column k of A, row k of B
    for i in range(2):
        for j in range(2):
            piece = A[i, k] * B[k, j]
            C[i, j] += piece
print(C.astype(int).tolist())
delta = C - (A @ B)
print(delta)
print("delta is zero everywhere:", np.count_nonzero(delta) == 0)
