import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
print("H1:", H1.shape)
H2 = H1 @ W2
print("H2:", H2.shape)
out = H2 @ W3
print("out:", out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C=A.reshape(3,5)@B
print('C:',C.shape)
print('right shape:',C.shape==(A.T@B).shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print("Match:", np.array_equal(C, A @ B))
