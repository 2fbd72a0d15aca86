import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
print(X.shape)
def act(v): return 0.5 * v * (1 + np.tanh(0.79788 * (v + 0.044715 * v ** 3)))
def dropout(v, p=0.5):
    mask = np.random.rand(*v.shape) > p
    return v * mask / (1 - p)
h1 = dropout(act(X @ np.random.randn(8, 16) + np.random.randn(16))); print(h1.shape)
h2 = dropout(act(h1 @ np.random.randn(16, 8) + np.random.randn(8))); print(h2.shape)
h3 = h2 @ np.random.randn(8, 3) + np.random.randn(3); print(h3.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C, np.array_equal(C, np.array(A) @ np.array(B)))
