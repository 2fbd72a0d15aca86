import os
import time
import numpy as np

os.system("cls" if os.name == "nt" else "clear")
print("=" * 40)
print("   MATRIX PRACTICE by Juan P.")
print("=" * 40)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
capa1 = X @ W1
print("capa 1:", capa1.shape)
time.sleep(0.1)
capa2 = capa1 @ W2
print("capa 2:", capa2.shape)
time.sleep(0.1)
salida = capa2 @ W3
print("salida:", salida.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = A.T @ B
print("R:", R.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = [[0, 0], [0, 0]]
for fila in range(2):
    for col in range(2):
        suma = 0
        for k in range(2):
            prod = A[fila][k] * B[k][col]
            print(f"  {A[fila][k]} x {B[k][col]} = {prod}")
            suma += prod
        R[fila][col] = suma
print(R)
print("¿Igual que NumPy?", "sí" if (np.array(R) == np.array(A) @ np.array(B)).all() else "no")
