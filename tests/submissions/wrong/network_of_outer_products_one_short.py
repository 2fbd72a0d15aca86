import numpy as np

# Exercise 1

def neuron_loops(x, w):
    y = np.zeros((x.shape[0], w.shape[1]))
    for k in range(len(w) - 1):
        y += np.outer(x[:, k], w[k])
    return y

np.random.seed(42)
X = np.random.randn(100, 8)
h = X
for dims in [(8, 16), (16, 8), (8, 3)]:
    h = neuron_loops(h, np.random.randn(*dims))
    print(dims, h.shape)

# Exercise 2

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

# Exercise 3

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
erg = []
for zeile in A:
    neu = []
    for spalte in zip(*B):
        s = 0
        for x, y in zip(zeile, spalte):
            s += x * y
        neu.append(s)
    erg.append(neu)
print(erg)
print("stimmt" if erg == np.matmul(A, B).tolist() else "stimmt nicht")
