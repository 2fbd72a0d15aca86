import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h1 = X @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
out = h2 @ W3
print(out.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
def check(label, good):
    print('PASS' if good else 'FAIL', label)
check('h1', h1.shape == (100, 16))
check('shape of C', C.shape == (4, 3))
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i][j] += A[i][k] * B[k][j]
expected = np.array(A) @ np.array(B)
print(R, np.array_equal(R, expected))
