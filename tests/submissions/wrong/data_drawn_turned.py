import numpy as np

np.random.seed(42)
X = np.random.randn(8, 100)   # 8 features, 100 samples
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

layer1 = X.T @ W1
layer2 = layer1 @ W2
layer3 = layer2 @ W3

print(X.T.shape)
print(layer1.shape)
print(layer2.shape)
print(layer3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        C[i][j] = A[i][0] * B[0][j] + A[i][1] * B[1][j]
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
