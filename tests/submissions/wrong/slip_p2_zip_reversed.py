import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
np.random.seed(42)
X = np.random.randn(100, 8)
P = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
print((X @ P["W1"]).shape)
print((X @ P["W1"] @ P["W2"]).shape)
print((X @ P["W1"] @ P["W2"] @ P["W3"]).shape)


# %% In[2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
gira = np.array(list(zip(*A[::-1])))
print("forma", (gira @ B).shape)


# %% In[3]
def dot(u, v):
    total = 0
    for n in range(len(u)):
        total = total + u[n] * v[n]
    return total
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
M = np.array([[dot(A[r, :], B[:, c]) for c in (0, 1)] for r in (0, 1)])
print(M, A @ B, sep="\n")
np.testing.assert_array_equal(M, A @ B)
