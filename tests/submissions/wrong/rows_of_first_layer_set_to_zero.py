import numpy as np

print('--- Task 1 ---')
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h1[:10] = 0
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
h3 = h2 @ W3
print("h3", h3.shape)

print('--- Task 2 ---')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

print('--- Task 3 ---')
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = {}
for i in range(2):
    for j in range(2):
        R[i, j] = 0
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
numpys = A.dot(B)
for cell in R:
    print(cell, R[cell], numpys[cell], "ok" if R[cell] == numpys[cell] else "WRONG")
