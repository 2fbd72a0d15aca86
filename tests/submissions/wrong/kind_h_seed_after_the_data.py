import numpy as np

# Exercise 1
X = np.random.randn(100, 8)
np.random.seed(42)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h1 = X @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
y = h2 @ W3
print(y.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = np.matmul(np.transpose(A), B)
assert fixed.shape == (3, 4)
print("fixed", fixed.shape)

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
