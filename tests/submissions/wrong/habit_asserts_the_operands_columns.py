import numpy as np
from numpy.random import seed, randn

def netz():
    seed(42)
    X = randn(100, 8)
    gewichte = {"W1": randn(8, 16), "W2": randn(16, 8), "W3": randn(8, 3)}
    H = X
    print("Eingabe", H.shape)
    for name in gewichte:
        H = H @ gewichte[name]
        print(name, H.shape)
    return H

def transponieren():
    A = randn(5, 3)
    B = randn(5, 4)
    C = A.transpose() @ B
    assert B.shape[1] == 4 and A.shape[1] == 3
    return C

def von_hand():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    n = 2
    C = []
    for i in range(n):
        C.append([])
        for j in range(n):
            summe = 0
            for k in range(n):
                summe += A[i][k] * B[k][j]
            C[i].append(summe)
    soll = np.array(A) @ np.array(B)
    for i in range(n):
        for j in range(n):
            assert C[i][j] == soll[i, j], (i, j)
    print("stimmt:", C)

netz()
transponieren()
von_hand()
