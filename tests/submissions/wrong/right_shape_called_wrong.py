import numpy as np

# Exercise 1
def relu(z):
    return np.maximum(0, z)

def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = 0.1 * np.random.randn(8, 16)
W2 = 0.1 * np.random.randn(16, 8)
W3 = 0.1 * np.random.randn(8, 3)
A1 = relu(X @ W1)
print("A1", A1.shape)
A2 = relu(A1 @ W2)
print("A2", A2.shape)
P = softmax(A2 @ W3)
print("P", P.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.shape == (3, 4):
    print("Wrong shape!")
else:
    print("Shape is fine")

# Exercise 3
def matmul(a, b):
    n, m, p = len(a), len(b), len(b[0])
    res = []
    for i in range(n):
        row = []
        for j in range(p):
            s = 0
            for k in range(m):
                s = s + a[i][k] * b[k][j]
            row.append(s)
        res.append(row)
    return res

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
by_hand = matmul(A, B)
assert np.array_equal(by_hand, np.dot(A, B))
print("by hand", by_hand)
