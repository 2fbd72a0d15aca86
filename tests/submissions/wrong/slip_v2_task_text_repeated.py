import numpy as np

# --- 1 ---
np.random.seed(42)
daten = np.random.randn(100, 8)
for n_ein, n_aus in ((8, 16), (16, 8), (8, 3)):
    daten = np.maximum(daten @ np.random.randn(n_ein, n_aus) + np.zeros(n_aus), 0)
    print("Form jetzt:", daten.shape)

# --- 2 ---
print("2) Multiply so that the result has shape (3, 4)")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("done")

# --- 3 ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
print(C)
assert np.array_equal(C, np.array(A) @ np.array(B))
