import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
net = dict(enumerate([np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]))
out = {}
for k, w in net.items():
    out[k] = out.get(k - 1, X) @ w
    print({k: out[k].shape})
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print({"t": np.dot(A.T, B).shape})
A = {0: {0: 1, 1: 2}, 1: {0: 3, 1: 4}}
B = {0: {0: 5, 1: 6}, 1: {0: 7, 1: 8}}
C = {}
for i in A:
    C[i] = {}
    for j in B[0]:
        for k in B:
            C[i][j] = C[i].get(j, 0) + A[i][k] * B[k][j]
print(C)
dense = lambda d: np.array([[d[i][j] for j in d[i]] for i in d])
print((dense(C) == dense(A) @ dense(B)).all())
