import numpy as np

def weiter():
    input("Weiter mit Enter ...")

np.random.seed(42)
X = np.random.randn(100, 8)
for n in (16, 8, 3):
    X = np.tanh(X @ np.random.randn(X.shape[1], n))
    print(X.shape)
weiter()
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print((A.T @ B).shape)
weiter()
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C, np.array_equal(C, A @ B))
weiter()
