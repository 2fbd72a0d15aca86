import numpy as np

def relu(z):
    return np.maximum(0, z)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(8, 8)
W3 = np.random.randn(8, 3)

a1 = relu(X @ W1)
a2 = relu(X @ W2)
a3 = a2 @ W3

print("X ", X.shape)
print("a1", a1.shape)
print("a2", a2.shape)
print("a3", a3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
P = A.T.dot(B)
print("P ", P.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
P = {}
for i in range(2):
    for j in range(2):
        P[i, j] = 0
        for k in range(2):
            P[i, j] += A[i, k] * B[k, j]
print("P ", P)
Q = A @ B
print("Q ", Q)
print("P == Q:", all(P[i, j] == Q[i, j] for i, j in P))
