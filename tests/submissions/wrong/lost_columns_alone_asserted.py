import numpy as np

# %% part 1
print("=" * 20, "Parte 1", "=" * 20)
np.random.seed(42)
X = np.random.randn(100, 8)
sizes = [8, 16, 8, 3]
a = X
print("Eingabe:", a.shape)
for n_in, n_out in zip(sizes, sizes[1:]):
    W = np.random.randn(n_in, n_out) * 0.1
    b = np.zeros(n_out)
    a = np.maximum(0, a @ W + b)
    print("Schicht:", a.shape)

# %% part 2
print("=" * 20, "Parte 2", "=" * 20)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
assert C.shape[1] == 4

# %% part 3
print("=" * 20, "Parte 3", "=" * 20)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
prod = []
for fila in A:
    nueva = []
    for j in range(len(B[0])):
        t = 0
        for k in range(len(B)):
            t += fila[k] * B[k][j]
        nueva.append(t)
    prod.append(nueva)
print("a mano:", prod)
print("numpy:", (np.array(A) @ np.array(B)).tolist())
print(prod == (np.array(A) @ np.array(B)).tolist())
