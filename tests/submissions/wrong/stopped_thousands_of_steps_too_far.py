import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

H1 = np.zeros((100, 16))
for i in range(100):
    for j in range(16):
        for k in range(16):
            H1[i, j] += X[i, k] * W1[k, j]
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
H3 = H2 @ W3
print(H3.shape)


# 2. transpose
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Shape:", C.shape)


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
manual = [[0, 0], [0, 0]]
for i in range(len(A)):
    for j in range(len(B[0])):
        total = 0
        for k in range(len(B)):
            total = total + A[i][k] * B[k][j]
        manual[i][j] = total
print(manual)
expected = np.matmul(A, B)
assert np.array_equal(manual, expected), "results differ"
print("verified")
