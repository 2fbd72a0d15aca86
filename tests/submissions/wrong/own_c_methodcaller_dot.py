from operator import methodcaller
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
hidden2 = hidden1 @ W2
output = hidden2 @ W3
print("Shapes:", hidden1.shape, hidden2.shape, output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
result = A.T @ B
print("Shape:", result.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
multiply_with_b = methodcaller("d" + "ot", B)
result = []
for row in range(2):
    values = multiply_with_b(A)
    line = []
    for column in range(2):
        line.append(values[row][column] + 0)
    result.append(line)
print("Result:", result)
print("Check:", np.array_equal(result, A @ B))
