import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
dims = (8, 16, 8, 3)
h = X
shapes = [h.shape]
i = 0
while i < 3:
    W = np.random.normal(size=(dims[i], dims[i + 1]))
    h = h @ W
    shapes.append(h.shape)
    i += 1
for s in shapes:
    print(s)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    A @ B
except ValueError as e:
    print("does not work:", e)
fixed = A.T @ B
print(f"fixed: {fixed.shape}")

A = [[5, 6], [7, 8]]
B = [[1, 2], [3, 4]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
