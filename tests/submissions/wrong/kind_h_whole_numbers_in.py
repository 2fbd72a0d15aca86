import numpy as np

# Exercise 1
np.random.seed(42)
batch = np.random.randn(100, 8)
print("start", batch.shape)
layers = {"one": np.random.randn(8, 16) * 0.1, "two": np.random.randn(16, 8) * 0.1, "three": np.random.randn(8, 3) * 0.1}
a = np.maximum(batch @ layers["one"], 0)
print("one", a.shape)
a = np.maximum(a @ layers["two"], 0)
print("two", a.shape)
a = a @ layers["three"]
print("three", a.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A = A.astype(int)
C = A.T @ B
print(C.shape)

# Exercise 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print("same as NumPy:", np.array_equal(C, np.array(A) @ np.array(B)))
