import numpy as np

import math
np.random.seed(42)
X = np.random.randn(100, 8).tolist()
W1, W2, W3 = np.random.randn(8, 16).tolist(), np.random.randn(16, 8).tolist(), np.random.randn(8, 3).tolist()
def forward(rows, W, act):
    result = []
    for row in rows:
        new = []
        for j in range(len(W[0])):
            z = 0.0
            for k in range(len(W)):
                z += row[k] * W[k][j]
            new.append(act(z))
        result.append(new)
    return result
h1 = forward(X, W1, math.tanh)
h2 = forward(h1, W2, math.tanh)
h3 = forward(h2, W3, lambda z: z)
for h in (h1, h2, h3):
    print(len(h), len(h[0]))

A = np.random.choice([1, 2, 3], size=(5, 3))
B = np.random.choice([1, 2, 3], size=(5, 4))
C = np.matmul(A.T, B)
print(C, C.shape)

A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
def vecmat(v, M):
    out = [0] * len(M[0])
    for x, row in zip(v, M):
        for j, y in enumerate(row):
            out[j] += x * y
    return out
C = list(map(lambda r: vecmat(r, B), A))
print(C, (np.array(C) - np.array(A) @ np.array(B) == 0).all())
