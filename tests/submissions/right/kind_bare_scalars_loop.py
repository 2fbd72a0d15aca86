# numbers in plain variables, dictionary of letters
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
a1 = X @ W1
a2 = a1 @ W2
a3 = a2 @ W3
print(a1.shape); print(a2.shape); print(a3.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print(np.dot(B.T, A).T.shape)
a, b = 1, 2
c, d = 3, 4
e, f = 5, 6
g, h = 7, 8
cells = []
for left in ((a, b), (c, d)):
    for right in ((e, g), (f, h)):
        cells.append(left[0] * right[0] + left[1] * right[1])
print(cells)
numpys = np.array([[a, b], [c, d]]) @ np.array([[e, f], [g, h]])
print(numpys)
for mine, theirs in zip(cells, numpys.flatten()):
    print(mine, theirs, mine == theirs)
