import numpy as np

def task_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    layers = [8, 16, 8, 3]
    current = X
    for i in range(3):
        W = np.random.randn(layers[i], layers[i + 1])
        current = current @ W
        print("after layer", i + 1, "shape is", current.shape)


task_one()


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_t = A.T
solution = A_t @ B
print(solution.shape == (3, 4))
print(solution.shape)


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        C[i][j] = A[i][0] * B[0][j] + A[i][1] * B[0][j]
print(C)
print("Equal:", np.array_equal(C, np.matmul(A, B)))
