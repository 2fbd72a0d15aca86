import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

# process sample by sample, to see what really happens
H1 = np.zeros((100, 16))
H2 = np.zeros((100, 8))
Y = np.zeros((100, 3))
for n in range(len(X)):
    H1[n] = X[n] @ W1
    H2[n] = H1[n] @ W2
    Y[n] = H2[n] @ W3
print("H1:", H1.shape)
print("H2:", H2.shape)
print("Y:", Y.shape)
print("the same as with whole matrices:", np.allclose(Y, X @ W1 @ W2 @ W3))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        C[i, j] = np.dot(A[:3, i], B[:3, j])
print("C:", C.shape, C.size)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("C:", C.tolist(), np.allclose(C, A @ B))
