"""Practica: multiplicación de matrices"""
import numpy as np


class Capa:
    def __init__(self, entradas, salidas, activa=True):
        self.W = np.random.randn(entradas, salidas) / np.sqrt(entradas)
        self.b = np.random.randn(salidas)
        self.activa = activa

    def __call__(self, x):
        z = x @ self.W + self.b
        return np.where(z > 0, z, 0) if self.activa else z


class Red:
    def __init__(self):
        self.capas = [Capa(8, 16), Capa(16, 8), Capa(8, 3, activa=False)]

    def predecir(self, x):
        for n, capa in enumerate(self.capas):
            x = capa(x)
            print("Capa", n + 1, "->", x.shape)
        return x


np.random.seed(42)
datos = np.random.randn(100, 8)
red = Red()
salida = red.predecir(datos)

# Ejercicio 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AT = A.T
C = AT @ B
print("Forma del producto:", C.shape)

# Ejercicio 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = []
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
            k += 1
        j += 1
    i += 1
print(C)
diferencia = np.abs(C - A @ B).max()
print("Diferencia máxima con NumPy:", diferencia)
if diferencia < 1e-9:
    print("¡Correcto!")
else:
    print("Incorrecto")
