import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
print("Layer 1:", H1.shape)
H2 = H1 @ W2
print("Layer 2:", H2.shape)
out = H2 @ W3
print("Output:", out.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for start in range(0, 5, 2):
    part = A[start:start + 2].T @ B[start:start + 2]
    print('part', part.shape)
    C += part
rows, cols = C.shape
print(f'{rows} rows and {cols} columns')

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R)
print("Matches NumPy:", np.array_equal(R, A @ B))
