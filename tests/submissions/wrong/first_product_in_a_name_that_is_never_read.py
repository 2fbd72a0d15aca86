import numpy as np

# ----- 3 -----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
out = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            out[i][j] += A[i][k] * B[k][j]
            k += 1
        j += 1
    i += 1
print("out:", out[0], out[1])
assert (np.array(out) == A @ B).all(), "not what NumPy has"

# ----- 2 -----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A", A.shape, "B", B.shape)
producto = (B.T @ A).T
print("producto", producto.shape)

# ----- 1 -----
np.random.seed(42)
X = np.random.randn(100, 8)
weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
layer_in = X
for w in weights:
    layer_out = np.zeros((layer_in.shape[0], w.shape[1]))
    tmp = layer_in @ w
    print("shape:", layer_out.shape)
    layer_in = layer_out
