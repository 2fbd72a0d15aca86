import numpy as np

# Exercise 3

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
acc, flat = 0, []
for i in range(2):
    for j in range(2):
        for k in range(2):
            acc += A[i, k] * B[k, j]
        flat.append(acc)
C = np.array(flat).reshape(2, 2)
print(C)
print("verify:", np.array_equal(C, A @ B))

# Exercise 2

links = np.random.randn(5, 3)
rechts = np.random.randn(5, 4)
prod = sum(np.outer(l, r) for l, r in zip(links, rechts))
print("prod", prod.shape, "ok" if prod.shape == (3, 4) else "nicht ok")

# Exercise 1

np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.uniform(-1, 1, s) for s in ((8, 16), (16, 8), (8, 3))]
A1 = np.einsum("ni,ij->nj", X, W[0]); print("A1", A1.shape)
A2 = np.einsum("ni,ij->nj", A1, W[1]); print("A2", A2.shape)
A3 = np.einsum("ni,ij->nj", A2, W[2]); print("A3", A3.shape)
