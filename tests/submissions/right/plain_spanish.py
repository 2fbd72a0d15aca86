# Práctica de multiplicación de matrices
import numpy as np

print("Ejercicio 1: red de tres capas")
np.random.seed(42)
datos = np.random.randn(100, 8)
pesos1 = np.random.randn(8, 16)
pesos2 = np.random.randn(16, 8)
pesos3 = np.random.randn(8, 3)
capa1 = np.maximum(0, datos @ pesos1)
print("La capa 1 tiene forma", capa1.shape)
capa2 = np.maximum(0, capa1 @ pesos2)
print("La capa 2 tiene forma", capa2.shape)
salida = capa2 @ pesos3
print("La salida tiene forma", salida.shape)

print("\nEjercicio 2: transpuesta")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    print(A @ B)
except ValueError as error:
    print("Así no funciona:", error)
resultado = np.transpose(A) @ B
print("Así sí:", resultado.shape)

print("\nEjercicio 3: a mano")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
filas = len(A)
columnas = len(B[0])
resultado = []
for i in range(filas):
    fila = []
    for j in range(columnas):
        suma = 0
        for k in range(len(B)):
            suma = suma + A[i][k] * B[k][j]
        fila.append(suma)
    resultado.append(fila)
for fila in resultado:
    print(fila)
esperado = np.dot(np.array(A), np.array(B))
diferencias = 0
for i in range(filas):
    for j in range(columnas):
        if resultado[i][j] != esperado[i][j]:
            diferencias += 1
print("Diferencias con NumPy:", diferencias)
print("¡Correcto!" if diferencias == 0 else "Hay un error")
