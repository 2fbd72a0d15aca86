import numpy as np


def forward(x, weights, depth=1):
    if not weights:
        return x
    y = x @ weights[0]
    print("depth", depth, "shape", y.shape)
    return forward(y, weights[1:], depth + 1)


def dot(row, col):
    match len(row):
        case 0:
            return 0
        case _:
            return row[0] * col[0] + dot(row[1:], col[1:])


np.random.seed(42)
X = np.random.randn(100, 8)
forward(X, [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)])

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
forward(A.T, [B])

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    C.append([])
    for j in range(2):
        column = [B[0][j], B[1][j]]
        C[-1].append(dot(row, column))
print(C)
match np.array_equal(C, np.matmul(A, B)):
    case True:
        print("equal")
    case False:
        print("different")
