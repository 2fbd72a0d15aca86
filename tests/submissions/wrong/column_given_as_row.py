import numpy as np

# Exercise 1

np.random.seed(42)
daten = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
schicht = daten
for nr, g in enumerate(gewichte, 1):
    schicht = np.dot(schicht, g)
    print("Schicht", nr, "hat die Form", schicht.shape)

# Exercise 2

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
M = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        for k in range(5):
            M[i, j] += A[k, i] * B[k, j]
print("M.shape =", M.shape)

# Exercise 3

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    row = [0, 0]
    for j in range(2):
        for k in range(2):
            row[j] += A[i, k] * B[k, j]
    C[:, i] = row
print(C)
print("same", np.array_equal(C, A @ B))
