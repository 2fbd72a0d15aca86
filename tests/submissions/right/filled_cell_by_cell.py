import random
import numpy as np

def filled(rows, columns, draw):
    made = np.empty((rows, columns))
    for i in range(rows):
        for j in range(columns):
            made[i, j] = draw()
    return made

np.random.seed(42)
X = filled(100, 8, np.random.randn)
h = X
for rows, columns in ((8, 16), (16, 8), (8, 3)):
    h = h @ filled(rows, columns, random.random)
    print(h.shape)

A = np.zeros((5, 3))
for i in range(5):
    for j in range(3):
        A[i, j] = random.uniform(-1, 1)
B = filled(5, 4, random.random)
C = A.T @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R)
print("Same as NumPy:", np.array_equal(R, A @ B))
