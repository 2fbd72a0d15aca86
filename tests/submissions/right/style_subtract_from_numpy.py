import numpy as np



np.random.seed(42)
X = np.random.randn(100, 8)
h = X
for s in [[8, 16], [16, 8], [8, 3]]:
    h = h @ np.random.randn(*s)
    print(list(h.shape))



A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for n in range(5):
    for i in range(3):
        for j in range(4):
            C[i, j] += A[n, i] * B[n, j]
print("by loops", C.shape, "by numpy", (A.T @ B).shape)



A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
rest = (A @ B).copy()
C = np.zeros((2, 2), int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
            rest[i, j] -= A[i, k] * B[k, j]
print(C)
print("what is left of NumPy's result:", rest.tolist())
