import numpy as np

# ---- 1 ----
np.random.seed(42)
X = np.random.randn(100, 8)
w = list(map(lambda d: np.random.randn(*d), [(8, 16), (16, 8), (8, 3)]))
h1 = X @ w[0]; h2 = h1 @ w[1]; h3 = h2 @ w[2]
print("dim(h1):", *h1.shape)
print("dim(h2):", *h2.shape)
print("dim(h3):", *h3.shape)

# ---- 2 ----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
crossprod = A.T @ B
print("dim(crossprod):", *crossprod.shape)

# ---- 3 ----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
out = [0] * 4
for j in range(2):
    for i in range(2):
        for k in range(2):
            out[i + j * 2] += A[i, k] * B[k, j]
out = np.array(out).reshape(2, 2)
print(out)
print("all.equal:", np.array_equal(out, A @ B))
