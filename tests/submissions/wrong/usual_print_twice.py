import numpy as np

# %% [markdown]
# ## Task 3

# %%
def matmul_by_hand(A, B):
    n, m, p = len(A), len(B), len(B[0])
    C = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            for k in range(m):
                C[i][j] += A[i][k] * B[k][j]
    return C

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul_by_hand(A, B)
print("Loop result:")
print(np.array(C))
print("NumPy result:")
print(np.array(C))

# %% [markdown]
# ## Task 2

# %%
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A =\n", A)
print("A transposed =\n", A.T)
print("B =\n", B)
print("A.T @ B =\n", A.T @ B)
print("with the shape", (A.T @ B).shape)

# %% [markdown]
# ## Task 1

# %%
np.random.seed(42)
X = np.random.randn(100, 8)
weights = [np.random.rand(8, 16), np.random.rand(16, 8), np.random.rand(8, 3)]
n = 0
while n < len(weights):
    X = X @ weights[n]
    n += 1
    print("layer", n, "gives", X.shape)
