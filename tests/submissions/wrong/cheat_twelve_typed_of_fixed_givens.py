import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
H3 = H2 @ W3
print(H3.shape)
A2 = np.arange(15).reshape(5, 3)
B2 = np.arange(20).reshape(5, 4)
C2 = np.array([[360, 390, 420, 450], [400, 435, 470, 505], [440, 480, 520, 560]])
print(C2.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
print(C)
print("Same as NumPy:", np.array_equal(C, np.array(A) @ np.array(B)))
