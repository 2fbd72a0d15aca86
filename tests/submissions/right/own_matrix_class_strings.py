import numpy as np
import warnings
warnings.simplefilter("ignore")      # np.matrix is deprecated, I know

M = np.matrix

np.random.seed(42)
X = M(np.random.randn(100, 8))
W1 = M(np.random.randn(8, 16))
W2 = M(np.random.randn(16, 8))
W3 = M(np.random.randn(8, 3))

# * is the matrix product for np.matrix
Z1 = X * W1
Z2 = Z1 * W2
Z3 = Z2 * W3
print('Z1: %i-by-%i, Z2: %i-by-%i, Z3: %i-by-%i' % (Z1.shape + Z2.shape + Z3.shape))

A = M(np.random.randn(5, 3))
B = M(np.random.randn(5, 4))
C = A.T * B
print('C: %i-by-%i' % C.shape)

A = M('1 2; 3 4')
B = M('5 6; 7 8')
C = M(np.zeros((2, 2), dtype=int))
for i in range(A.shape[0]):
    for j in range(B.shape[1]):
        for k in range(A.shape[1]):
            C[i, j] += A[i, k] * B[k, j]        # these are numbers, not matrices

print('C =')
print(C)
print('A*B =')
print(A * B)
if (C != A * B).any():
    raise AssertionError('C is not A*B')
print('OK')
