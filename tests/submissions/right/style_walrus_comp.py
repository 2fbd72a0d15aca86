import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
history = [("X", X)]
for i, (n_in, n_out) in enumerate([(8, 16), (16, 8), (8, 3)], start=1):
    W = np.random.randn(n_in, n_out)
    history.append((f"H{i}", history[-1][1] @ W))
print("+------+------+------+")
print("| name | rows | cols |")
print("+------+------+------+")
for name, h in history:
    print("| {:<4} | {:>4} | {:>4} |".format(name, *h.shape))
print("+------+------+------+")

A, B = (np.random.randn(5, n) for n in (3, 4))
print("Is the shape (3, 4)?", "yes" if np.shape(A.T @ B) == (3, 4) else "no")

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print(C := [[[s := (0 if k == 0 else s) + r[k] * c[k] for k in range(2)][-1] for c in zip(*B)] for r in A])
print(np.array_equal(C, np.array(A) @ B))
