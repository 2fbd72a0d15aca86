import numpy as np

# %% [markdown]
# ## Task 3

# %%
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((A.shape[0], B.shape[1]), dtype=int)
for i in range(A.shape[0]):
    for k in range(A.shape[1]):
        for j in range(B.shape[1]):
            C[i, j] += A[i, k] * B[k, j]
expected = np.array(A) @ np.array(B)
print(C)
print(expected)
print("allclose:", np.allclose(C, expected))

# %% [markdown]
# ## Task 2

# %%
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_t = A.T
result = A_t @ B
rows, cols = result.shape
print("rows:", rows, "cols:", cols)
assert rows == 3 and cols == 4

# %% [markdown]
# ## Task 1

# %%
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
steps = {}
steps["hidden1"] = X @ W1
steps["hidden2"] = steps["hidden1"] @ W2
steps["output"] = steps["hidden2"] @ W3
for name in steps:
    print(name, "has", len(steps[name]), "rows,", len(steps[name][0]), "columns")
