import numpy as np

# 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
for name, f in {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "none": lambda z: z}.items():
    h1 = f(X @ W1)
    h2 = f(h1 @ W2)
    y = h2 @ W3
    print(name, X.shape, h1.shape, h2.shape, y.shape)

# 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = A.T
B = B.T
C = B @ A.T
print(C.shape)

# 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
D = A @ B
print("equal:", (C == D).all())
C[...] = 0
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += B[i, k] * A[k, j]
print("B @ A by hand:", C.tolist(), "equal to A @ B:", (C == D).all())
