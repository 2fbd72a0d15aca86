import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
print("Input shape:", X.shape)
weights = [np.random.randn(8, 16) * 0.1, np.random.randn(16, 8) * 0.1, np.random.randn(8, 3) * 0.1]
layer = X
for n, W in enumerate(weights, 1):
    layer = np.maximum(0, layer @ W)
    print(f"after layer {n}: {layer.shape}")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
result = np.dot(A.transpose(), B)
assert result.shape == (3, 4)
print("shape ok", result.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        total = 0
        for k in range(2):
            total += A[i, k] * B[k, j]
C[i, j] = total
print(C)
print(np.array_equal(C, A @ B))
