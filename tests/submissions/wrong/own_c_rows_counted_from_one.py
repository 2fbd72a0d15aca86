import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Y1 = X @ W1
Y2 = Y1 @ W2
Y3 = Y2 @ W3
print("Rozmiary:", Y1.shape, Y2.shape, Y3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
Y = A.T @ B
print("Rozmiar:", Y.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
wiersze, wspolny = A.shape
kolumny = B.shape[1]
C = np.zeros((wiersze, kolumny))
for w in range(1, wiersze):
    for k in range(0, kolumny):
        for s in range(0, wspolny):
            C[w, k] += A[w, s] * B[s, k]
print("Wynik:")
print(C)
print("Zgodne z NumPy:", np.array_equal(C, A @ B))
