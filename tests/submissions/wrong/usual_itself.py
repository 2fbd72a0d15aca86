import numpy as np

# Part 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Y1 = X @ W1
Y2 = Y1 @ W2
Y3 = Y2 @ W3
print("Step {}: {}".format(1, Y1.shape))
print("Step {}: {}".format(2, Y2.shape))
print("Step {}: {}".format(3, Y3.shape))

# Part 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A =\n", A)
print("A transposed =\n", A.T)
print("B =\n", B)
print("A.T @ B =\n", A.T @ B)
print("with the shape", (A.T @ B).shape)

# Part 3
def matmul_by_hand(A, B):
    n, m, p = len(A), len(B), len(B[0])
    C = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            for k in range(m):
                C[i][j] += A[i][k] * B[k][j]
    return C

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul_by_hand(A, B)
print("C =", np.array(C).tolist())
if np.array(C).tolist() == np.array(C).tolist():
    print("match")
