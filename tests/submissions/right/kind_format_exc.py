import traceback
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

try:
    X @ W2
except ValueError:
    print("This goes wrong:")
    print(traceback.format_exc())

hidden1 = X @ W1
print(hidden1.shape)
hidden2 = hidden1 @ W2
print(hidden2.shape)
output = hidden2 @ W3
print(output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    C = A @ B
except ValueError as exc:
    print(type(exc).__name__, exc, exc.__traceback__.tb_lineno)
    traceback.print_exc(limit=1)
    C = A.T @ B
print(C.shape)


def hand(A, B):
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    return C


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
print(hand(A, B))
try:
    np.testing.assert_array_equal(hand(A, B), np.dot(A, B))
except AssertionError as e:
    print("not equal", e)
else:
    print("equal")
