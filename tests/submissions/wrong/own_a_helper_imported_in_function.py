import numpy as np


def ejercicio_uno():
    from dense_layers import Dense
    np.random.seed(42)
    datos = np.random.randn(100, 8)
    capa1 = Dense(8, 16)(datos)
    print("capa 1:", capa1.shape)
    capa2 = Dense(16, 8)(capa1)
    print("capa 2:", capa2.shape)
    capa3 = Dense(8, 3)(capa2)
    print("capa 3:", capa3.shape)


def ejercicio_dos():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    producto = A.T @ B
    print("forma del producto:", producto.shape)


def ejercicio_tres():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    producto = [[0, 0], [0, 0]]
    for fila in range(2):
        for columna in range(2):
            for paso in range(2):
                producto[fila][columna] += A[fila][paso] * B[paso][columna]
    print("producto:", producto)
    print("¿igual que NumPy?", "sí" if (np.dot(A, B) == producto).all() else "no")


ejercicio_uno()
ejercicio_dos()
ejercicio_tres()
