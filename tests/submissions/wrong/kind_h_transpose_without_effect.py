import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("hidden1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("hidden2:", hidden2.shape)
output = hidden2 @ W3
print("output:", output.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = A.transpose(0, 1)
result = At @ B
print(result.shape)

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
