import numpy as np

def shape(m):
    return len(m), len(m[0])

def transpose(m):
    return [[m[i][j] for i in range(len(m))] for j in range(len(m[0]))]

def mul(a, b):
    (n, m), (m2, p) = shape(a), shape(b)
    if m != m2:
        raise ValueError("inner dimensions")
    c = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for k in range(m):
            aik = a[i][k]
            for j in range(p):
                c[i][j] += aik * b[k][j]
    return c

np.random.seed(42)
X = np.random.randn(100, 8).tolist()
W1 = np.random.randn(8, 16).tolist()
W2 = np.random.randn(16, 8).tolist()
W3 = np.random.randn(8, 3).tolist()
h = X
for w in (W1, W2, W3):
    h = mul(h, w)
    print(shape(h))
print("same numbers as NumPy:", np.allclose(h, np.array(X) @ W1 @ W2 @ W3))

A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
print(shape(mul(transpose(A), B)))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
print(mul(A, B), np.array_equal(mul(A, B), np.array(A) @ np.array(B)))
