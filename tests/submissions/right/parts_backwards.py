# esercizio 3 first, then 2, then 1 (I liked that order more)
import numpy as np

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

def prodotto(A, B):
    C = []
    for riga in A:
        C.append([0] * len(B[0]))
        for j in range(len(B[0])):
            for k in range(len(B)):
                C[-1][j] += riga[k] * B[k][j]
    return C

C = prodotto(A, B)
print("prodotto a mano", C)
print("prodotto numpy", (np.array(A) @ np.array(B)).tolist())
print("uguali?", "si" if C == (np.array(A) @ np.array(B)).tolist() else "no")

np.random.seed(7)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
D = A.T @ B
print("forma:", D.shape)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
strato = X
print("ingresso", strato.shape)
for W in (W1, W2, W3):
    strato = strato @ W
    print("strato", strato.shape)
