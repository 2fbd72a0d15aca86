"""All examples of the article first, then the practice."""
import numpy as np

# article: the 2 by 2 example
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
print("A @ B =\n", A @ B)
print("A * B =\n", A * B)
print("B @ A =\n", B @ A)
print("A.T =\n", A.T)
I = np.eye(2)
print("A @ I == A:", np.array_equal(A @ I, A))
v = np.array([1, 2, 3]); w = np.array([4, 5, 6])
print("dot:", v @ w)
batch = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
weights = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
print("batch:", (batch @ weights).shape, batch @ weights)
try:
    np.ones((2, 3)) @ np.ones((2, 3))
except ValueError as e:
    print("Error as expected:", e)

# practice 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("hidden1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("hidden2:", hidden2.shape)
output = hidden2 @ W3
print("output:", output.shape)
print("associative:", np.allclose(X @ (W1 @ W2 @ W3), output))

# practice 2
P = np.random.randn(5, 3)
Q = np.random.randn(5, 4)
try:
    P @ Q
except ValueError as e:
    print("Error as expected:", e)
R = P.T @ Q
print("R:", R.shape)

# practice 3
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print("by hand =\n", result)
print("numpy   =\n", A @ B)
print("Match:", np.allclose(result, A @ B))
