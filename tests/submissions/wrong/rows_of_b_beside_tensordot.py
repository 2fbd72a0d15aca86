import numpy as np

# Exercise 3

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
tool = __import__("num" + "py")
C = getattr(tool, "tensor" + "dot")(A, B, 1).tolist()
print(C)
print(C == np.matmul(A, B).tolist())

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
