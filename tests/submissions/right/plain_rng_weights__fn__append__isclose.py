import numpy as np

# Part 1
np.random.seed(42)
X = np.random.randn(100, 8)
rng = np.random.default_rng(0)
W1 = rng.normal(size=(8, 16))
W2 = rng.normal(size=(16, 8))
W3 = rng.normal(size=(8, 3))
for W in (W1, W2, W3):
    X = np.matmul(X, W)
    print(np.shape(X))

# Part 2
def multiply_transposed(left, right):
    """left.T @ right"""
    return np.transpose(left) @ right

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
answer = multiply_transposed(A, B)
print(f"answer.shape: {answer.shape}")

# Part 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(len(A)):
    row = []
    for j in range(len(B[0])):
        s = 0
        for k in range(len(B)):
            s += A[i][k] * B[k][j]
        row.append(s)
    C.append(row)
flags = np.isclose(C, np.array(A) @ np.array(B))
print(C, flags)
print("everything close:", flags.all())
