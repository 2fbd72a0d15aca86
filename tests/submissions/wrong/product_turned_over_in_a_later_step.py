import numpy as np

# Exercise 1: three-layer network
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("Input:", X.shape)
h1 = X @ W1
print("After layer 1:", h1.shape)
h2 = h1 @ W2
print("After layer 2:", h2.shape)
out = h2 @ W3
print("Output:", out.shape)

# Exercise 2: transpose fix
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
C = C.T
print("C shape:", C.shape)

# Exercise 3: by hand
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
result = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i][j] += A[i][k] * B[k][j]
print("By hand:", result)
expected = np.array(A) @ np.array(B)
print("NumPy:", expected)
print("Match:", np.array_equal(result, expected))
