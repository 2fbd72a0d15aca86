import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
def show(name, m): print(name + "-" * 10 + str(m.shape[0]) + "x" + str(m.shape[1]))
a = X @ W1; show("a", a)
b = a @ W2; show("b", b)
c = b @ W3; show("c", c)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
show("d", A.T @ B)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
N = np.dot(A, B)
for i in range(2):
    for j in range(2):
        print(f"mine----{C[i][j]}  numpy----{N[i, j]}")
