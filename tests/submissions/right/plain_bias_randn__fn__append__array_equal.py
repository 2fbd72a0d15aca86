import numpy as np

# %% [markdown]
# ## Task 1

# %%
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
b1 = np.random.randn(1, 16)
W2 = np.random.randn(16, 8)
b2 = np.random.randn(1, 8)
W3 = np.random.randn(8, 3)
b3 = np.random.randn(1, 3)
Z1 = np.dot(X, W1) + b1
print("Z1 =", Z1.shape)
Z2 = np.dot(Z1, W2) + b2
print("Z2 =", Z2.shape)
Z3 = np.dot(Z2, W3) + b3
print("Z3 =", Z3.shape)

# Extra: * is not @
u = np.array([[1, 2], [3, 4]])
print("u * u =", (u * u).tolist(), " u @ u =", (u @ u).tolist())

# %% [markdown]
# ## Task 2

# %%
def multiply_transposed(left, right):
    """left.T @ right"""
    return np.transpose(left) @ right

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
answer = multiply_transposed(A, B)
print(f"answer.shape: {answer.shape}")

v = np.array([1, 2, 3])
print("vector dot:", v @ v, "shape of v.T:", v.T.shape)

# %% [markdown]
# ## Task 3

# %%
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(len(A)):
    row = []
    for j in range(len(B[0])):
        s = 0
        for k in range(len(B)):
            s += A[i][k] * B[k][j]
        row.append(s)
    C.append(row)
print("by hand:", C)
print("equal:", np.array_equal(C, np.array(A) @ np.array(B)))

# what happens with wrong shapes?
try:
    np.zeros((2, 3)) @ np.zeros((2, 3))
except ValueError as e:
    print("as expected:", type(e).__name__)
