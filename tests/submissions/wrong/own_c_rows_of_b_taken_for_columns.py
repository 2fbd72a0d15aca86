import numpy as np


def mat_mult(A, B):
    result = []
    for row in A:
        result_row = []
        for col in B:
            total = 0
            for a, b in zip(row, col):
                total += a * b
            result_row.append(total)
        result.append(result_row)
    return result


np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
o1 = X @ W1
o2 = o1 @ W2
o3 = o2 @ W3
print(o1.shape)
print(o2.shape)
print(o3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
mine = mat_mult(A, B)
theirs = np.dot(A, B)
print("mine:  ", mine)
print("theirs:", theirs.tolist())
print("equal: ", np.array_equal(mine, theirs))
