import numpy as np

# Aufgabe 1 – Netz mit drei Schichten
np.random.seed(42)
X = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
ausgabe = X
for nr, W in enumerate(gewichte, 1):
    ausgabe = ausgabe @ W
    print("Nach Schicht", nr, "->", ausgabe.shape)

# Aufgabe 2 – Transponieren
A = np.random.randn(3, 5)
B = np.random.randn(5, 4)
ergebnis = A @ B
try:
    assert ergebnis.shape == (3, 4)
    print("Form stimmt:", ergebnis.shape)
except AssertionError:
    print("Form stimmt nicht:", ergebnis.shape)

# Aufgabe 3 – von Hand
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
ergebnis = [[0, 0], [0, 0]]
for zeile in range(2):
    for spalte in range(2):
        summe = 0
        for k in range(2):
            summe += A[zeile][k] * B[k][spalte]
        ergebnis[zeile][spalte] = summe
print("Von Hand:", ergebnis)
try:
    assert np.allclose(ergebnis, np.array(A) @ np.array(B))
    print("Stimmt mit NumPy überein.")
except AssertionError:
    print("Stimmt NICHT mit NumPy überein!")
