import numpy as np
# 1*5+2*7=19, 1*6+2*8=22, 3*5+4*7=43, 3*6+4*8=50
EXPECTED = [[19, 22], [43, 50]]
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = X @ W1; H2 = H1 @ W2; H3 = H2 @ W3
print(H1.shape, H2.shape, H3.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
if C == EXPECTED and np.array_equal(C, np.array(A) @ np.array(B)):
    print("correct, both on paper and with numpy")
else:
    print("something is wrong")
