import numpy as np
#import pandas as pd

np.random.seed(42)
X = np.random.randn(8, 100)
#X = np.random.randn(8, 100)   # WRONG, first try
W1 = np.random.randn(8, 16)
#W1 = np.random.randn(16, 8)   # WRONG
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
#print(W1)
out1 = X @ W1
#print("here")
print("out1", out1.shape)
out2 = out1 @ W2
print("out2", out2.shape)
out3 = out2 @ W3
print("out3", out3.shape)
#exit()

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
#C = A @ B   # error
#C = A @ B.T # error
#C = A.reshape(3, 5) @ B  # no error but wrong??
C = A.T @ B
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
"""
for i in range(2):
    for j in range(2):
        C[i][j] = A[i][j] * B[i][j]
"""
for i in range(2):
    for j in range(2):
        for k in range(2):
            #print(i, j, k)
            C[i][j] += A[i][k] * B[k][j]
print("C", C)
E = np.dot(A, B)
print("E", E)
print(np.all(C == E))
