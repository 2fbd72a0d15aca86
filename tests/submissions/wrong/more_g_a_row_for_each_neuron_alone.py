import sys
import numpy as np

def log(*args):
    sys.stdout.write(" ".join(str(a) for a in args) + "\n")

def dense(x, n_out, activation=None):
    w = np.random.uniform(-1, 1, size=(x.shape[1], n_out))
    z = np.zeros((len(x), n_out))
    for row in range(n_out):
        z[row] = x[row] @ w
    if activation is not None:
        z = activation(z)
    log("dense", x.shape, "->", z.shape)
    return z

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

np.random.seed(42)
x = np.random.randn(100, 8)
x = dense(x, 16, sigmoid)
x = dense(x, 8, sigmoid)
x = dense(x, 3)

a = np.random.randn(5, 3)
b = np.random.randn(5, 4)
c = np.einsum("ki,kj->ij", a, b)
log("c has shape", c.shape)

a = np.array([[1, 2], [3, 4]])
b = np.array([[5, 6], [7, 8]])
c = np.zeros_like(a)
for i in range(2):
    for j in range(2):
        for k in range(2):
            c[i, j] = c[i, j] + a[i, k] * b[k, j]
log("c =", c.tolist())
log("np =", (a @ b).tolist())
log("equal:", (c == a @ b).all())
