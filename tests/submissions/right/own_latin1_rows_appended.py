# -*- coding: latin-1 -*-
# Exercices du chapitre « produit matriciel » - à rendre le 12 février
# Élève : Zoé Lefèvre
import numpy as np

def affiche(étiquette, matrice):
    lignes, colonnes = matrice.shape
    print(étiquette, ':', lignes, 'lignes et', colonnes, 'colonnes')

# Première partie : le réseau
np.random.seed(42)
donnees = np.random.randn(100, 8)
couches = ['cachée 1', 'cachée 2', 'sortie']
tailles = [8, 16, 8, 3]
poids = {c: np.random.randn(tailles[i], tailles[i + 1]) for i, c in enumerate(couches)}

courant = donnees
for c in couches:
    courant = courant @ poids[c]
    affiche(c, courant)

# Deuxième partie : il manquait la transposée
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
try:
    A @ B
except ValueError as erreur:
    print('Raté :', type(erreur).__name__)
affiche('tA x B', A.T @ B)

# Troisième partie : à la main, on ajoute les lignes une à une
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
résultat = []
for ligne in A:
    nouvelle = []
    for j in range(2):
        somme = 0
        for k, coefficient in enumerate(ligne):
            somme += coefficient * B[k][j]
        nouvelle.append(somme)
    résultat += [nouvelle]
print('à la main :', résultat)
vérité = np.array(A) @ np.array(B)
print('numpy     :', vérité.tolist())
print("c'est pareil" if (np.array(résultat) == vérité).all() else "ce n'est pas pareil !")
