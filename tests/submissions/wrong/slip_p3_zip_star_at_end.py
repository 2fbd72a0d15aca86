import numpy as np

# --- 1 ---
np.random.seed(42)
daten = np.random.randn(100, 8)
for n_ein, n_aus in ((8, 16), (16, 8), (8, 3)):
    daten = np.maximum(daten @ np.random.randn(n_ein, n_aus) + np.zeros(n_aus), 0)
    print("Form jetzt:", daten.shape)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
assert R.shape == (3, 4), "mauvaise forme"

# --- 3 ---
def mul(A, B):
    C = []
    for row in A:
        C.append([sum(a * b for a, b in zip(row, col)) for col in zip(*B)])
    return [list(c) for c in zip(*C)]
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
print(mul(A, B))
print(np.array_equal(mul(A, B), A @ B))
