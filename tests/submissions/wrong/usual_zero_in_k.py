import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
b1 = np.zeros(16)
W2 = np.random.randn(16, 8)
b2 = np.zeros(8)
W3 = np.random.randn(8, 3)
b3 = np.zeros(3)

Z1 = X @ W1 + b1
A1 = sigmoid(Z1)
print("Z1:", Z1.shape, "A1:", A1.shape)
Z2 = A1 @ W2 + b2
A2 = sigmoid(Z2)
print("Z2:", Z2.shape, "A2:", A2.shape)
Z3 = A2 @ W3 + b3
A3 = softmax(Z3)
print("Z3:", Z3.shape, "A3:", A3.shape)
print("rows sum to one:", np.allclose(A3.sum(axis=1), 1))
print("predicted classes of the first five:", A3.argmax(axis=1)[:5])

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A:", A.shape, " B:", B.shape, " A.T:", A.T.shape)
C = A.T.dot(B)
print("A.T.dot(B):", C.shape)

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

def multiply(A, B):
    C = np.empty((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(A.shape[1]):
                C[i, j] = 0
                C[i, j] += A[i, k] * B[k, j]
    return C

C_hand = multiply(A, B)
C_numpy = A @ B
print(C_hand)
print(C_numpy)
print("max difference:", np.max(np.abs(C_hand - C_numpy)))
