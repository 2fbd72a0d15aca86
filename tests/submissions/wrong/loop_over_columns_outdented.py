import numpy as np

def schicht(x, w):
    y = np.maximum(0, x @ w)
    print("Form nach der Schicht:", y.shape)
    return y

np.random.seed(42)
X = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
h = X
for w in gewichte:
    h = schicht(h, w)


A = np.arange(15).reshape(5, 3)
B = np.arange(20).reshape(5, 4) - 7
print("antes:", A.shape, B.shape)
R = np.dot(A.T, B)
print("resultado:", R.shape)


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    pass
for j in range(2):
    for k in range(2):
        C[i][j] += A[i][k] * B[k][j]
print("C =", C)
print("igual:", C == np.dot(A, B).tolist())
