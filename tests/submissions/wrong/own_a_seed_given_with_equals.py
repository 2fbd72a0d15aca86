import numpy as np

np.random.seed = 42

X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

h1 = X @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
y = h2 @ W3
print("y", y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AtB = A.T @ B
print("AtB", AtB.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    new_row = []
    for j in range(2):
        s = 0
        for k in range(2):
            s += row[k] * B[k][j]
        new_row.append(s)
    C.append(new_row)
print("C", C)
print("numpy agrees:", np.array_equal(C, np.array(A) @ np.array(B)))
