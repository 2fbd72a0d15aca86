import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
w = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
o = X
for W in w:
    o = np.matmul(o, W)
    print("{0[0]:,} rows, {0[1]:,} columns".format(o.shape))
a = np.random.randn(5, 3)
b = np.random.randn(5, 4)
print("{} rows, {} columns".format(*np.dot(a.T, b).shape))
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
N = np.dot(A, B)
for i in range(2):
    for j in range(2):
        s = 0
        for k in range(2):
            s += A[i][k] * B[k][j]
        print(f"{s:>12,.2f}  (NumPy: {N[i][j]:>12,.2f})")
