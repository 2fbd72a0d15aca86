# I wanted to see that a product is only addition
import numpy as np

def times(a, b):
    return sum([a] * b)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
L1 = np.tanh(X @ W1)
print(L1.shape)
L2 = np.tanh(L1 @ W2)
print(L2.shape)
L3 = L2 @ W3
print(L3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.transpose() @ B
print(C.shape)

A = ((1, 2), (3, 4))
B = ((5, 6), (7, 8))
C = []
for row in A:
    line = []
    for col in zip(*B):
        cell = 0
        for a, b in zip(row, col):
            cell = cell + times(a, b)
        line.append(cell)
    C.append(line)
print(C)
print(np.matmul(A, B))
print("equal", bool((np.matmul(A, B) == C).all()))
