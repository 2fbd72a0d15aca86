# -*- coding: utf-8 -*-
"""Exercices « Try This » – produit matriciel."""
import numpy as np

# ---- Exercice 1 ----
np.random.seed(42)
X = np.random.randn(100, 8)
P1 = np.random.randn(8, 16)
P2 = np.random.randn(16, 8)
P3 = np.random.randn(8, 3)

etapes = [("entrée", X)]
etapes.append(("couche 1", etapes[-1][1] @ P1))
etapes.append(("couche 2", etapes[0][1] @ P2))
etapes.append(("couche 3", etapes[-1][1] @ P3))
for nom, tableau in etapes:
    print(f"{nom} : {tableau.shape[0]} lignes × {tableau.shape[1]} colonnes")

# ---- Exercice 2 ----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.transpose() @ B
print("Forme du résultat :", C.shape)

# ---- Exercice 3 ----
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] += A[i][k] * B[k][j]
            k += 1
        j += 1
    i += 1
print("À la main :", C)
verif = np.array(A) @ np.array(B)
print("NumPy     :", verif.tolist())
print("Identiques ?", "oui" if np.array_equal(C, verif) else "non")
