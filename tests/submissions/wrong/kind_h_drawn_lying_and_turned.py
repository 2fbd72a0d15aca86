import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(8, 100).T
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h1 = np.matmul(X, W1)
print("1", h1.shape)
h2 = np.matmul(h1, W2)
print("2", h2.shape)
y = np.matmul(h2, W3)
print("3", y.shape)

# Exercise 2
left, right = np.random.randn(5, 3), np.random.randn(5, 4)
both = np.einsum("ki,kj->ij", left, right)
print(f"{both.shape[0]} rows and {both.shape[1]} columns: {both.shape}")

# Exercise 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
mine = []
i = 0
while i < 2:
    new = []
    j = 0
    while j < 2:
        new.append(A[i][0] * B[0][j] + A[i][1] * B[1][j])
        j += 1
    mine.append(new)
    i += 1
print("by hand", mine)
print("difference to numpy", np.array(mine) - np.matmul(A, B))
