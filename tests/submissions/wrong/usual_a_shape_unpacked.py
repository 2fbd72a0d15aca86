import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

def tanh(x):
    return np.tanh(x)

print("Ingresso:", X.shape)
strato1 = tanh(X @ W1)
print("Primo strato:", strato1.shape)
strato2 = tanh(strato1 @ W2)
print("Secondo strato:", strato2.shape)
uscita = strato2 @ W3
print("Uscita:", uscita.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
prodotto = A.T @ B
righe, colonne = A.shape
print("Il prodotto ha", righe, "righe e", colonne, "colonne")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
prodotto = [[0, 0], [0, 0]]
for r in range(2):
    for c in range(2):
        for k in range(2):
            prodotto[r][c] += A[r][k] * B[k][c]
print("A mano:", prodotto)
print("NumPy: ", (np.array(A) @ np.array(B)).tolist())
