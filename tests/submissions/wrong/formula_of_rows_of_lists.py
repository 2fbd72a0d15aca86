import numpy as np

# Exercise 1

np.random.seed(42)
X = np.random.randn(100, 8)
a = X
for n_in, n_out in [(8, 16), (16, 8), (8, 3)]:
    a = np.tanh(a @ np.random.randn(n_in, n_out))
    print(f"{n_in} -> {n_out}: {a.shape}")

# Exercise 2

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
ergebnis = np.matmul(A.transpose(), B)
print(f"Form des Ergebnisses: {ergebnis.shape}")

# Exercise 3

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    first = row[0]
    C.append([12 * first + 7, 14 * first + 8])
print(C)
print("NumPy agrees:", C == np.matmul(A, B).tolist())
