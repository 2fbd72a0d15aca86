import numpy as np

np.random.seed(42)

inputs = np.random.randn(100, 8)
sizes = (8, 16, 8, 3)
signal = inputs
print("signal", signal.shape)
for layer in range(3):
    weight = np.random.normal(0, 1, (sizes[layer], sizes[layer + 1]))
    signal = np.maximum(inputs @ weight, 0)
    print("signal", signal.shape)

mat_a = np.random.randn(5, 3)
mat_b = np.random.randn(5, 4)
mat_c = np.dot(mat_a.T, mat_b)
print("mat_c", mat_c.shape)

A = np.array([[1, 2],
              [3, 4]])
B = np.array([[5, 6],
              [7, 8]])
rows, inner = A.shape
cols = B.shape[1]
C = np.zeros((rows, cols), dtype=int)
for r in range(rows):
    for c in range(cols):
        acc = 0
        for t in range(inner):
            acc += A[r][t] * B[t][c]
        C[r, c] = acc
difference = np.abs(C - A @ B).max()
print("my result:\n", C)
print("largest difference:", difference)
if difference < 1e-9:
    print("matches")
