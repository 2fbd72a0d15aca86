import numpy as np

# %% [1]
np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(a, b) for a, b in [(8, 16), (16, 8), (8, 3)]]
outs = [X]
for w in W:
    outs.append(outs[-1] @ w)
list(map(print, map(np.shape, outs)))

# %% [2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
D = (B.T @ A).T
assert D.shape == (3, 4)
print("ok, shape", D.shape)

# %% [3]
A = np.array([[1, 2], [3, 4]], float)
B = np.array([[5, 6], [7, 8]], float)
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("||C - A @ B|| =", np.linalg.norm(C - A @ B))
