import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = np.array([x @ W1 for x in X])
print(H1.shape)
H2 = np.array([h @ W2 for h in H1])
print(H2.shape)
H3 = np.array([h @ W3 for h in H2])
print(H3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
product = np.matmul(np.transpose(A), B)
assert product.shape == (3, 4), f"expected (3, 4), got {product.shape}"

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
products = [[[0, 0], [0, 0]], [[0, 0], [0, 0]]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            products[i][j][k] = A[i, k]
            products[i][j][k] *= B[k, j]
C = [[products[i][j][0] + products[i][j][1] for j in range(2)] for i in range(2)]
print(C)
print((np.array(C) == A @ B).all())
