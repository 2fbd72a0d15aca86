import numpy as np
X = np.random.RandomState(42).randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
assert hidden1.shape == (100, 16)
print("hidden1 (100, 16)")
hidden2 = hidden1 @ W2
assert hidden2.shape == (100, 8)
print("hidden2 (100, 8)")
output = hidden2 @ W3
assert output.shape == (100, 3)
print("output (100, 3)")

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
import numpy as np
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)
# 3. Multiply by hand, then ask NumPy
import numpy as np
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
