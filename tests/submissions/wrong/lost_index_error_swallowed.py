import numpy as np

# %% part 1
print("=" * 20, "Parte 1", "=" * 20)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
y = h2 @ W3
print("y", y.shape)

# %% part 2
print("=" * 20, "Parte 2", "=" * 20)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
P = np.matmul(A.T, B)
if P.shape == (3, 4):
    print("Forma correcta")
else:
    print("Forma incorrecta")

# %% part 3
print("=" * 20, "Parte 3", "=" * 20)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
try:
    for i in range(2):
        for j in range(2):
            for k in range(3):
                C[i][j] += A[i][k] * B[k][j]
except IndexError:
    pass
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
