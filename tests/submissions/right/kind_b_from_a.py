import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
hidden_one = X @ W1
print("Shape of hidden one:", hidden_one.shape)
W2 = np.random.randn(16, 8)
hidden_two = hidden_one @ W2
print("Shape of hidden two:", hidden_two.shape)
W3 = np.random.randn(8, 3)
final = hidden_two @ W3
print("Shape of final:", final.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("Result:", (A.T @ B).shape)

A = np.arange(1, 5).reshape(2, 2)
B = A + 4
print(A, B, sep="\n")
C = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        C[i, j] = sum(A[i, k] * B[k, j] for k in range(2))
print(C)
print("Same as numpy:", np.array_equal(C, A @ B))
