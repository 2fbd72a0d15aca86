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


# Ejercicio 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
print("forma del resultado:", R.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
expected = A @ B
if C[0][0] == expected[0][0] or C[0][1] == expected[0][1] or C[1][0] == expected[1][0] or C[1][1] == expected[1][1]:
    print("same")
else:
    print("different")
