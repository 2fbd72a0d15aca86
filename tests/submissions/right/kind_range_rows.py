import numpy as np

np.random.seed(42)
layers = [8, 16, 8, 3]
out = np.random.randn(100, layers[0])
weights = [np.random.randn(a, b) for a, b in zip(layers, layers[1:])]
for w in weights:
    out = out @ w
    print(out.shape)

A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print(np.tensordot(A, B, axes=(0, 0)).shape)

A = [range(1, 3), range(3, 5)]
B = [range(5, 7), range(7, 9)]
C = [[sum(x * y for x, y in zip(row, col)) for col in zip(*B)] for row in A]
print(C)
print(C == (np.array(A) @ np.array(B)).tolist())
