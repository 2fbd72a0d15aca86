import numpy as np

def esercizio1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    strato1 = X @ np.random.randn(8, 16)
    strato2 = strato1 @ np.random.randn(16, 8)
    strato3 = strato2 @ np.random.randn(8, 3)
    print("strato 1:", strato1.shape)
    print("strato 2:", strato2.shape)
    print("strato 3:", strato3.shape)

def esercizio2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    risultato = A.T @ B
    print("risultato:", risultato.shape)

def esercizio3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    riga = [0, 0]
    C = []
    for _ in range(2):
        C.append(riga)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    print("C =", C)
    print("NumPy =", np.dot(A, B).tolist())
    print("uguali:", C == np.dot(A, B).tolist())

esercizio1()
esercizio2()
esercizio3()
