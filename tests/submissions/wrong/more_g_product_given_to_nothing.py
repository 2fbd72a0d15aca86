import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("Layer 1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2:", hidden2.shape)
output = hidden2 @ W3
print("Output:", output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T
C @ B
print("result:", C.shape)

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
