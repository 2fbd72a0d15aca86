import numpy as np

np.random.seed(42)
X = np.random.rand(100, 8)
W1 = np.random.rand(8, 16)
W2 = np.random.rand(16, 8)
W3 = np.random.rand(8, 3)

Z1 = np.matmul(X, W1)
Z2 = np.matmul(Z1, W2)
Z3 = np.matmul(Z2, W3)
for Z in (Z1, Z2, Z3):
    print("Größe: {} x {}".format(*Z.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
Ergebnis = np.matmul(np.transpose(A), B)
print("Größe: {} x {}".format(*Ergebnis.shape))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
Ergebnis = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            Ergebnis[i][j] = Ergebnis[i][j] + A[i][k] * B[k][j]
            k = k + 1
        j = j + 1
    i = i + 1
print("Ergebnis:", Ergebnis)
if np.array_equal(Ergebnis, np.matmul(A, B)):
    print("stimmt mit NumPy überein")
else:
    print("stimmt nicht")
