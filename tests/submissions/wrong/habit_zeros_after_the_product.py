import numpy as np

# Ejercicio 1: red de tres capas
np.random.seed(42)
entrada = np.random.randn(100, 8)
pesos1 = np.random.randn(8, 16)
pesos2 = np.random.randn(16, 8)
pesos3 = np.random.randn(8, 3)
print("Entrada:", entrada.shape)
capa1 = np.matmul(entrada, pesos1)
print("Capa 1:", capa1.shape)
capa2 = np.matmul(capa1, pesos2)
print("Capa 2:", capa2.shape)
salida = np.matmul(capa2, pesos3)
print("Salida:", salida.shape)

# Ejercicio 2: hace falta transponer
matriz_a = np.random.randn(5, 3)
matriz_b = np.random.randn(5, 4)
producto = np.matmul(matriz_a.T, matriz_b)
producto = np.zeros((3, 4))
print("Forma del producto:", producto.shape)

# Ejercicio 3: a mano
def multiplicar(a, b):
    filas = len(a)
    columnas = len(b[0])
    resultado = []
    for f in range(filas):
        fila = []
        for c in range(columnas):
            suma = 0
            for n in range(len(b)):
                suma = suma + a[f][n] * b[n][c]
            fila.append(suma)
        resultado.append(fila)
    return resultado

a = [[1, 2], [3, 4]]
b = [[5, 6], [7, 8]]
a_mano = multiplicar(a, b)
con_numpy = np.matmul(a, b)
print("A mano:", a_mano)
print("Con NumPy:", con_numpy.tolist())
print("¿Iguales?", a_mano == con_numpy.tolist())
