import numpy as np

def garis():
    print("-" * 30)

garis()
print("Latihan 1")
np.random.seed(42)
X = np.random.randn(100, 8)
bobot = []
ukuran = [8, 16, 8, 3]
for i in range(len(ukuran) - 1):
    bobot.append(np.random.randn(ukuran[i], ukuran[i + 1]))
hasil = [X]
for i in range(len(bobot)):
    hasil.append(hasil[i] @ bobot[i])
    print("Lapisan", i + 1, hasil[i + 1].shape)

garis()
print("Latihan 2")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
hasil = A.T @ B
print("Bentuk:", hasil.shape)

garis()
print("Latihan 3")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
hasil = 2 * [[0, 0]]
for i in range(len(A)):
    for j in range(len(B[0])):
        for k in range(len(B)):
            hasil[i][j] += A[i][k] * B[k][j]
for r in hasil:
    print(r)
benar = np.array(A).dot(np.array(B))
print("Sama dengan NumPy:", (np.array(hasil) - benar == 0).all())
garis()
