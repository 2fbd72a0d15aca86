import numpy as np

# %% [markdown]
# ## Task 1

# %%
np.random.seed(42)
X = np.random.randn(100, 8)
dims = [(8, 16), (16, 8), (8, 3)]
Ws = []
for rows, cols in dims:
    Ws.append(np.random.randn(rows, cols))
H = X
for i in range(3):
    before = H.shape
    H = H @ Ws[i]
    print("Layer", i + 1, ":", before, "->", H.shape)

# %% [markdown]
# ## Task 2

# %%
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (B.T @ A).T
print(C.shape)
print(np.allclose(C, A.T @ B))

# %% [markdown]
# ## Task 3

# %%
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.empty((2, 2))
for r in range(2):
    for c in range(2):
        row = A[r, :]
        col = B[:, c]
        acc = 0
        for x, y in zip(row, col):
            acc += x * y
        C[r, c] = acc
ref = np.array(A) @ np.array(B)
print("cell | loops | numpy | same")
for i in range(2):
    for j in range(2):
        print(f"{i},{j}  | {C[i][j]:5} | {ref[i, j]:5} | {C[i][j] == ref[i, j]}")
