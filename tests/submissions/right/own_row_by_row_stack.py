import numpy as np

# My old laptop: one sample at a time and then I stack them.
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)

def whole_batch(batch, W):
    rows = []
    for sample in batch:
        rows.append(sample @ W)
    return np.vstack(rows)

H1 = whole_batch(X, W1)
print('H1:', len(H1), 'samples with', len(H1[0]), 'numbers')
H2 = whole_batch(H1, W2)
print('H2:', len(H2), 'samples with', len(H2[0]), 'numbers')
Y = whole_batch(H2, W3)
print('Y:', len(Y), 'samples with', len(Y[0]), 'numbers')

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = whole_batch(A.T, B)
print('C:', len(C), 'x', len(C[0]))

# and now one number at a time
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.array([]).reshape(0, 2)
for r in A:
    new = np.array([])
    for c in B.T:
        s = 0
        for x, y in zip(r, c):
            s = s + x * y
        new = np.append(new, s)
    C = np.vstack([C, new])
print(C)
print(A @ B)
assert np.allclose(C, A @ B), 'not the same'
