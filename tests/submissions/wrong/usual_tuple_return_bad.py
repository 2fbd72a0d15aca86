import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
A = X @ W1
print("A", A.shape)
B = A @ W2
print("B", B.shape)
C = B @ W3
print("C", C.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
def part3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(1):
                C[i][j] += A[i][k] * B[k][j]
    N = np.dot(A, B)
    return C, N, np.array_equal(C, N)

mine, numpys, same = part3()
print("mine", mine)
print("numpy", numpys)
print("same", same)
