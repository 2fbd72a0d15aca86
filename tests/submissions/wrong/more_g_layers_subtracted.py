import numpy as np

def mm(A, B):
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(B.shape[0]):
                C[i, j] -= A[i, k] * B[k, j]
    return C

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = mm(X, W1)
print("layer 1", h1.shape)
h2 = mm(h1, W2)
print("layer 2", h2.shape)
h3 = mm(h2, W3)
print("layer 3", h3.shape)

links, rechts = np.random.randn(5, 3), np.random.randn(5, 4)
prod = np.dot(links.transpose(), rechts)
assert prod.shape == (3, 4)
print("ok", prod.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
