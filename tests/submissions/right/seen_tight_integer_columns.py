import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
H = X
for W, name in ((W1, "eins"), (W2, "zwei"), (W3, "drei")):
    H = H @ W
    print(f"Schicht {name:5}{H.shape[0]:4}{H.shape[1]:4}")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
T = A.T @ B
print(f"Produkt      {T.shape[0]:4}{T.shape[1]:4}")
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
        print(f"Zelle {i}{j}:{C[i][j]:4}{N[i, j]:4}")
