import numpy as np

# Part 1
def leaky_relu(x, slope=0.01):
    return np.where(x > 0, x, slope * x)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h = leaky_relu(X @ W1)
print("Shape after layer 1:", h.shape)
h = leaky_relu(h @ W2)
print("Shape after layer 2:", h.shape)
h = h @ W3
print("Shape after layer 3:", h.shape)

# Part 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_t = A.T
result = A_t @ B
rows, cols = result.shape
print("rows:", rows, "cols:", cols)
assert rows == 3 and cols == 4

# Part 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((A.shape[0], B.shape[1]), dtype=int)
for i in range(A.shape[0]):
    for k in range(A.shape[1]):
        for j in range(B.shape[1]):
            C[i, j] += A[i, k] * B[k, j]
print(C)
try:
    assert np.allclose(np.array(C), np.dot(np.array(A), np.array(B)))
except AssertionError:
    print("FAILED")
else:
    print("PASSED")
