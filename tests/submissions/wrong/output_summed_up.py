import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = np.maximum(X @ W1, 0)
print("Layer 1 ->", hidden1.shape)
hidden2 = np.maximum(hidden1 @ W2, 0)
print("Layer 2 ->", hidden2.shape)
output = (hidden2 @ W3).sum(axis=1)
print("Layer 3 ->", output.shape)


# Part 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C shape:", C.shape)


def mal(a, b):
    erg = []
    for zeile in a:
        neu = []
        for spalte in zip(*b):
            s = 0
            for x, y in zip(zeile, spalte):
                s += x * y
            neu.append(s)
        erg.append(neu)
    return erg

M = [[1, 2], [3, 4]]
N = [[5, 6], [7, 8]]
von_hand = mal(M, N)
print(von_hand)
if np.allclose(von_hand, np.array(M) @ np.array(N)):
    print("stimmt")
else:
    print("stimmt nicht")
