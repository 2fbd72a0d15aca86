import numpy as np

np.random.seed(42)
data = np.random.randn(100, 8)
w1 = np.random.randn(8, 16)
w2 = np.random.randn(16, 8)
w3 = np.random.randn(8, 3)
data1 = data @ w1
data2 = data1 @ w2
data3 = data2 @ w3
print("data1", data1.shape)
print("data2", data2.shape)
print("data3", data3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
data4 = A.T @ B
print("data4", data4.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        C[i, j] = np.convolve(A[i], B[::-1, j], mode="valid")[0]
print("C", C)
print("ok", np.array_equal(C, A @ B))
