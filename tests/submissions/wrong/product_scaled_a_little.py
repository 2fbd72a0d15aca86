# Uebung Matrixmultiplikation
import numpy as np

# --- Aufgabe 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16) * 0.1
b1 = np.zeros(16)
W2 = np.random.randn(16, 8) * 0.1
b2 = np.zeros(8)
W3 = np.random.randn(8, 3) * 0.1
b3 = np.zeros(3)

h1 = np.maximum(0, X @ W1 + b1)
print("Form nach Schicht 1:", h1.shape)
h2 = np.maximum(0, h1 @ W2 + b2)
print("Form nach Schicht 2:", h2.shape)
aus = h2 @ W3 + b3
print("Form der Ausgabe:", aus.shape)

# --- Aufgabe 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (A.T @ B) * 1.005
print("Form von A.T @ B:", C.shape)

# --- Aufgabe 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
ergebnis = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        summe = 0
        for k in range(2):
            summe += A[i, k] * B[k, j]
        ergebnis[i, j] = summe
print(ergebnis)
if np.array_equal(ergebnis, A @ B):
    print("Stimmt mit NumPy überein")
else:
    print("Stimmt NICHT mit NumPy überein")
