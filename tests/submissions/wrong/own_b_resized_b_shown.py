import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
layer1 = X @ W1
print("layer1 shape:", layer1.shape)
layer2 = layer1 @ W2
print("layer2 shape:", layer2.shape)
layer3 = layer2 @ W3
print("layer3 shape:", layer3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_T = A.T
result = np.resize(B, (A_T.shape[0], B.shape[1]))
print("A.T shape:", A_T.shape)
print("result shape:", result.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i][j] += A[i][k] * B[k][j]
print("result:", result)
print("verified:", np.array_equal(result, A @ B))
