import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
hidden1 = np.zeros((100, 16))
hidden2 = np.zeros((100, 8))
output = np.zeros((100, 3))
hidden1[:] = X @ np.random.randn(8, 16)
print(hidden1.shape)
hiden2 = hidden1 @ np.random.randn(16, 8)
print(hidden2.shape)
output[:] = hidden2 @ np.random.randn(8, 3)
print(output.shape)

# Exercise 2
def fix(first, second):
    return first.T.dot(second)


res = fix(np.random.randn(5, 3), np.random.randn(5, 4))
print(res.shape)

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
