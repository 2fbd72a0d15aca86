import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
sizes = [8, 16, 8, 3]
a = X
print("Eingabe:", a.shape)
for n_in, n_out in zip(sizes, sizes[1:]):
    W = np.random.randn(n_in, n_out) * 0.1
    b = np.zeros(n_out)
    a = np.maximum(0, a @ W + b)
    print("Schicht:", a.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R)
print(np.array_equal(C, A @ B))
