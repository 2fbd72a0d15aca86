import numpy as np

np.random.seed(42)

X  = np.random.randn(100, 8).astype(int)
W1 = np.random.randn(8,  16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8,  3)

x1 = X  @ W1; assert x1.shape == (100, 16); print('x1', x1.shape)
x2 = x1 @ W2; assert x2.shape == (100, 8);  print('x2', x2.shape)
x3 = x2 @ W3; assert x3.shape == (100, 3);  print('x3', x3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    C = A @ B
except ValueError:
    print('shapes', A.shape, B.shape, 'do not fit, trying A.T')
    C = A.T @ B
print('C', C.shape)

A = [[1, 2],
     [3, 4]]
B = [[5, 6],
     [7, 8]]
C = [[0, 0],
     [0, 0]]
for i in range(len(C)):
    for j in range(len(C[i])):
        C[i][j] = sum([A[i][k] * B[k][j] for k in range(len(B))])
print('C', C)
D = np.array(A) @ np.array(B)
print('D', D.tolist())
assert C == D.tolist(), 'C and D differ'
print('C == D')
