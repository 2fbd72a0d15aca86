import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
print("X", X.shape)

# network
X = np.random.randn(100, 8)
weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
h = X
for w in weights:
    h = h @ w
    print(h.shape)

# Exercise 2
def fix(first, second):
    return first.T.dot(second)


res = fix(np.random.randn(5, 3), np.random.randn(5, 4))
print(res.shape)

# Exercise 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print("same as NumPy:", np.array_equal(C, np.array(A) @ np.array(B)))
