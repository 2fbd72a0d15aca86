import numpy as np

# opdracht 1
np.random.seed(42)
invoer = np.random.randn(100, 8)
laag1_gewichten = np.random.normal(0, 0.1, size=(8, 16))
laag2_gewichten = np.random.normal(0, 0.1, size=(16, 8))
laag3_gewichten = np.random.normal(0, 0.1, size=(8, 3))
laag1 = invoer @ laag1_gewichten
laag2 = laag1 @ laag2_gewichten
laag3 = laag2 @ laag3_gewichten
for naam, laag in zip(["invoer", "laag 1", "laag 2", "laag 3"], [invoer, laag1, laag2, laag3]):
    print("%-8s %s" % (naam, laag.shape))

# opdracht 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
uitkomst = np.matmul(A.T, B)
print("vorm: %d bij %d" % uitkomst.shape)

# opdracht 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
uitkomst = {}
for i in range(2):
    for j in range(2):
        uitkomst[i, j] = 0
        for k in range(2):
            uitkomst[i, j] += A[i][k] * B[k][j]
matrix = [[uitkomst[0, 0], uitkomst[0, 1]], [uitkomst[1, 0], uitkomst[1, 1]]]
print("met de hand:", matrix)
controle = np.matmul(A, B)
print("numpy:", controle.tolist())
print("gelijk:", matrix == controle.tolist())
