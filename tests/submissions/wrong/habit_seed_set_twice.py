import numpy as np

# Uppgift 1 ------------------------------------------------
np.random.seed(42)
np.random.seed(1)
indata = np.random.randn(100, 8)
vikter = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]

def lager(x, W):
    y = x @ W
    print(f"{x.shape} @ {W.shape} = {y.shape}")
    return y

dolt1 = lager(indata, vikter[0])
dolt2 = lager(dolt1, vikter[1])
utdata = lager(dolt2, vikter[2])

# Uppgift 2 ------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
svar = lager(A.T, B)

# Uppgift 3 ------------------------------------------------
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

def skalar(rad, kolumn):
    s = 0
    for t in range(len(rad)):
        s += rad[t] * kolumn[t]
    return s

def kolumn(M, j):
    return [rad[j] for rad in M]

produkt = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        produkt[i][j] = skalar(A[i], kolumn(B, j))

facit = np.array(A) @ np.array(B)
fel = 0
for i in range(2):
    for j in range(2):
        fel += abs(produkt[i][j] - facit[i][j])
print("produkt", produkt, "fel", fel)
