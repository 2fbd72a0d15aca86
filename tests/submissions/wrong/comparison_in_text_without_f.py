import numpy as np

# Ejercicio 1
np.random.seed(42)
X = np.random.randn(100, 8)
pesos_1 = np.random.randn(8, 16)
pesos_2 = np.random.randn(16, 8)
pesos_3 = np.random.randn(8, 3)
sesgo_1 = np.zeros((1, 16))
capa_1 = X.dot(pesos_1) + sesgo_1
capa_2 = capa_1.dot(pesos_2)
capa_3 = capa_2.dot(pesos_3)
print("forma de la entrada:", X.shape)
print("forma de la capa 1:", capa_1.shape)
print("forma de la capa 2:", capa_2.shape)
print("forma de la capa 3:", capa_3.shape)


# Aufgabe 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
produkt = np.dot(A.T, B)
assert produkt.shape == (3, 4)
print("Form stimmt:", produkt.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
expected = A @ B
print("Equal: {np.array_equal(C, expected)}")
