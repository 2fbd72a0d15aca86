import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print(h1.shape)
h1 = np.zeros((100, 16)) + h1[0]
h2 = h1 @ W2
print(h2.shape)
h3 = h2 @ W3
print(h3.shape)


# %% In[2]
M1 = np.random.randn(5, 3)
M2 = np.random.randn(5, 4)
M3 = np.einsum("ki,kj->ij", M1, M2)
print(M3.shape)


# %% In[3]
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("same as NumPy:", np.allclose(C, A @ B))
