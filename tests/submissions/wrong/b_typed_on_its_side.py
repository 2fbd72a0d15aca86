import numpy as np

np.random.seed(42)


def layers(x, *ws):
    for w in ws:
        x = x @ w
        yield x


X = np.random.randn(100, 8)
Ws = (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3))
print(*(h.shape for h in layers(X, *Ws)), sep="\n")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.transpose(A) @ B
print(f"{A.T.shape} @ {B.shape} = {C.shape}")

A = ((1, 2), (3, 4))
B = ((5, 7), (6, 8))
C = [[sum(a * b for a, b in zip(row, col)) for col in zip(*B)] for row in A]
print(C)
want = np.matmul(A, B)
print("equal" if np.array_equal(C, want) else "not equal")
