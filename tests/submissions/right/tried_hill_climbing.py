import numpy as np

X = np.random.RandomState(42).randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
b1, b2, b3 = np.zeros(16), np.zeros(8), np.zeros(3)

import copy
params = dict(W1=W1, W2=W2, W3=W3)


def fwd(p):
    h1 = np.tanh(X @ p["W1"])
    h2 = np.tanh(h1 @ p["W2"])
    return h1, h2, h2 @ p["W3"]


for t in range(10):
    trial = {k: v + 0.1 * np.random.randn(*v.shape) for k, v in params.items()}
    if (fwd(trial)[-1] ** 2).mean() < (fwd(params)[-1] ** 2).mean():
        params = trial
h1, h2, h3 = fwd(params)
print(h1.shape, h2.shape, h3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R, np.array_equal(R, A @ B))
