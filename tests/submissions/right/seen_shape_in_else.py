import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
a = X @ W1
if a.shape != (100, 16):
    print("layer 1 is wrong")
else:
    print("layer 1 is right:", a.shape)
b = a @ W2
if b.shape != (100, 8):
    print("layer 2 is wrong")
else:
    print("layer 2 is right:", b.shape)
c = b @ W3
if c.shape != (100, 3):
    print("layer 3 is wrong")
else:
    print("layer 3 is right:", c.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.shape != (3, 4):
    print("product is wrong")
else:
    print("product is right:", C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
if (np.array(C) != np.dot(A, B)).any():
    print("loops are wrong")
else:
    print("loops are right:", C)
