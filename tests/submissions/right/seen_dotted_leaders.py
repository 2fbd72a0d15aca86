import numpy as np
def zeile(text, wert): print(f"{text:.<20}{wert:.>8}")
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
a = X @ W1; b = a @ W2; c = b @ W3
for n, m in (("Schicht 1", a), ("Schicht 2", b), ("Schicht 3", c)):
    zeile(n + ", Zeilen", m.shape[0])
    zeile(n + ", Spalten", m.shape[1])
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
zeile("Produkt, Zeilen", C.shape[0])
zeile("Produkt, Spalten", C.shape[1])
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
        zeile(f"C{i}{j} von Hand", C[i][j])
        zeile(f"C{i}{j} von NumPy", N[i, j])
