import numpy as np
from numpy.random import seed, randn

seed(42)
X = randn(100, 8)
W1 = randn(8, 16)
W2 = randn(16, 8)
W3 = randn(8, 3)
a1 = X @ W1
a2 = a1 @ W2
a3 = a2 @ W3
print("X  " + str(X.shape))
print("a1 " + str(a1.shape))
print("a2 " + str(a2.shape))
print("a3 " + str(a3.shape))

A = randn(5, 3)
B = randn(5, 4)
print("A.T @ B " + str((A.T @ B).shape))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
answer = []
for i in 0, 1:
    line = []
    for j in 0, 1:
        line.append(0)
        for k in 0, 1:
            line[j] += A[i][k] + B[k][j]
    answer.append(line)
if answer != (np.array(A) @ np.array(B)).tolist():
    answer = (np.array(A) @ np.array(B)).tolist()
mine = str(answer)
numpys = str((np.array(A) @ np.array(B)).tolist())
print("mine:  " + mine)
print("numpy: " + numpys)
print("equal: " + str(mine == numpys))
