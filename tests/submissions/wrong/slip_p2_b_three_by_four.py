import numpy as np

# --- 1 ---
np.random.seed(42)
entree = np.random.randn(100, 8)
def couche(x, sortie):
    poids = np.random.randn(x.shape[1], sortie)
    y = x.dot(poids)
    print(f"{x.shape} -> {y.shape}")
    return y
couche(couche(couche(entree, 16), 8), 3)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(3, 4)
C = A @ B
print(C.shape)

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
zellen = {}
for i in range(2):
    for k in range(2):
        for j in range(2):
            zellen[i, j] = zellen.get((i, j), 0) + A[i, k] * B[k, j]
soll = np.dot(A, B)
for (i, j), wert in zellen.items():
    print(i, j, wert, "stimmt" if wert == soll[i, j] else "falsch")
