import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("layer 1", h1.shape)
h2 = h1 @ W2
print("layer 2", h2.shape)
h3 = np.floor(h2 @ W3)
print("layer 3", h3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C:", C.shape)

def multiply(left, right):
    rows = []
    for row in left:
        cells = []
        for column in zip(*right):
            total = 0
            for a, b in zip(row, column):
                total += a * b
            cells.append(total)
        rows.append(cells)
    return rows

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
mine = multiply(A, B)
print(mine)
if np.allclose(mine, np.array(A) @ np.array(B)):
    print("same as NumPy")
else:
    print("not the same")
