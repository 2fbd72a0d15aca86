import numpy as np

# %% [markdown]
# ## Task 1

# %%
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
A = X @ W1
print("A", A.shape)
B = A @ W2
print("B", B.shape)
C = B @ W3
print("C", C.shape)

# %% [markdown]
# ## Task 2

# %%
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A = np.array(list(zip(*A)))   # my own transpose
C = np.dot(A, B)
print(C.shape)

# %% [markdown]
# ## Task 3

# %%
def mat_mul(a, b):
    if len(a[0]) != len(b):
        raise ValueError("inner dimensions must be the same")
    result = []
    for r in range(len(a)):
        result.append([])
        for c in range(len(b[0])):
            result[r].append(0)
            for k in range(len(b)):
                result[r][c] += a[r][k] * b[k][c]
    return result

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = mat_mul(A, B)
truth = np.dot(A, B)
print("ok" if all(x == y for r1, r2 in zip(C, truth) for x, y in zip(r1, r2)) else "not ok")
print(C)
