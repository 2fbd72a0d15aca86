import numpy as np

def schicht(x, w):
    y = np.maximum(0, x @ w)
    print("Form nach der Schicht:", y.shape)
    return y

np.random.seed(42)
X = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
h = X
for w in gewichte:
    h = schicht(h, w)


A = np.random.randn(5, 3)
B = np.random.randn(3, 4)
C = np.dot(A, B)
print("C hat die Form", C.shape)


# Part 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("same as numpy:", np.array_equal(C, A @ B))
