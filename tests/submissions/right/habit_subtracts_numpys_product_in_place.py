import numpy as np

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
difference = np.zeros((2, 2))
for row in range(2):
    for column in range(2):
        for k in range(2):
            difference[row, column] += A[row, k] * B[k, column]
by_numpy = A @ B
difference -= by_numpy
print("my loops minus NumPy:", difference, "they agree" if not difference.any() else "they differ")

np.random.seed(42)
flow = np.random.randn(100, 8)
for width in 16, 8, 3:
    flow = flow @ np.random.randn(flow.shape[1], width)
    print(flow.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)
