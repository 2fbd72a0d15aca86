import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
net = X @ np.random.randn(8, 16)
print("1.", net.shape)
net = net @ np.random.randn(16, 8)
print("2.", net.shape)
net = net @ np.random.randn(8, 3)
print("3.", net.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
net = A.T @ B
print("4.", net.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
big = np.zeros((6, 6), dtype=int)
for i in range(2):
    for j in range(2):
        big[i, j + 2] = A[i, j]
        big[i + 2, j + 4] = B[i, j]
squared = np.linalg.matrix_power(big, 2)
net = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        net[i][j] = squared[i, j + 4]
print("5.", np.array(net).tolist())
print("6.", np.array_equal(net, A @ B))
