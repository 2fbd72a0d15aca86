import numpy as np

# clear all; clc;
np.random.seed(42)

X  = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

H1 = X * W1
print('size(H1) =', H1.shape)
H2 = H1 * W2
print('size(H2) =', H2.shape)
Y  = H2 * W3
print('size(Y) =', Y.shape)

# part 2:  A' * B
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(A.T, B)
print('size(C) =', C.shape)

# part 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
[m, n] = A.shape
[n, p] = B.shape
C = np.zeros([m, p])
for i in range(0, m):
    for j in range(0, p):
        s = 0
        for k in range(0, n):
            s = s + A[i, k] * B[k, j]
        C[i, j] = s
print('C =')
print(C)
print('isequal =', np.array_equal(C, np.dot(A, B)))
