import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

# three layers: input, hidden, output
layer1 = X
layer2 = layer1 @ np.random.randn(8, 16)
layer3 = layer2 @ np.random.randn(16, 3)

print("layer 1:", layer1.shape)
print("layer 2:", layer2.shape)
print("layer 3:", layer3.shape)

# transpose exercise
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (B.T @ A).T
print("C:", C.shape)

# loops exercise
A = [[1, 2],
     [3, 4]]
B = [[5, 6],
     [7, 8]]
C = [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
for r in C:
    print(*r)
N = np.dot(A, B)
for i in range(2):
    for j in range(2):
        assert C[i][j] == N[i][j], (i, j)
print("all four cells agree with np.dot")
