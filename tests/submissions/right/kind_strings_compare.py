import numpy as np
import itertools

print("Übung 1".center(30, "*"))
np.random.seed(42)
X = np.random.randn(100, 8)
schichten = itertools.pairwise([X.shape[1], 16, 8, 3])
aktuell = X
for nummer, (ein, aus) in enumerate(schichten, 1):
    aktuell = aktuell.dot(np.random.randn(ein, aus))
    print("Schicht", nummer, "hat die Form", "×".join(map(str, aktuell.shape)))

print("Übung 2".center(30, "*"))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.array([[A[:, i] @ B[:, j] for j in range(B.shape[1])] for i in range(A.shape[1])])
print("Form:", "×".join(map(str, C.shape)))

print("Übung 3".center(30, "*"))
A = "1 2\n3 4"
B = "5 6\n7 8"
lese = lambda text: [[int(z) for z in zeile.split()] for zeile in text.splitlines()]
A, B = lese(A), lese(B)
zeilen = []
for zeile in A:
    teile = []
    for s in range(len(B[0])):
        summe = 0
        for k in range(len(B)):
            summe += zeile[k] * B[k][s]
        teile.append(str(summe))
    zeilen.append(" ".join(teile))
text = "\n".join(zeilen)
print(text)
numpys = "\n".join(" ".join(map(str, z)) for z in (np.array(A) @ np.array(B)).tolist())
print("gleich" if text == numpys else "ungleich")
