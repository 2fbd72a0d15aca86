# Übung Matrixmultiplikation (Abgabe Gruppe 7)
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

shapes = [(8, 16), (16, 8), (8, 3)]
gewichte = [np.random.uniform(-1, 1, size=s) for s in shapes]

werte = X
for nr, g in enumerate(gewichte):
    assert werte.shape[1] == g.shape[0], "innere Dimensionen passen nicht"
    werte = werte.dot(g)
    print("Schicht {}: {} Zeilen, {} Spalten".format(nr + 1, *werte.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# A.T ohne .T: Indizes tauschen
AT = np.empty(A.shape[::-1])
for idx in np.ndindex(A.shape):
    AT[idx[::-1]] = A[idx]
erg = AT @ B
print("Ergebnis: {} Zeilen, {} Spalten".format(*erg.shape))

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=int)
for i, j, k in np.ndindex(2, 2, 2):
    C[i, j] += A[i, k] * B[k, j]
print(C)

# Probe
D = A @ B
falsch = [(i, j) for i, j in np.ndindex(D.shape) if C[i, j] != D[i, j]]
print("falsche Zellen:", falsch or "keine")
