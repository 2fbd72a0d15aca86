import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

layer1 = np.dot(X, W1)
print("shape after layer 1: " + layer1.shape)
layer2 = np.dot(layer1, W2)
print("shape after layer 2: " + layer2.shape)
layer3 = np.dot(layer2, W3)
print("shape after layer 3: " + layer3.shape)

A = np.random.rand(5, 3)
B = np.random.rand(5, 4)
C = A.transpose @ B
print("C", C.shape())

A = np.array([1, 2], [3, 4])
B = np.array([5, 6], [7, 8])
C = np.zeros(2, 2)
for i in range(0, 2):
    for j in range(0, 2):
        for k in range(0, 2):
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
if C == A @ B:
    print("same")
else:
    print("different")
