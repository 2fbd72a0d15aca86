import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
np.random.seed(42)
X = np.random.randn(100, 8)
netz = [np.random.randn(8, 16), np.random.randn(8, 8), np.random.randn(8, 3)]
erste = X @ netz[0]
zweite = X @ netz[1]
dritte = zweite @ netz[2]
print(erste.shape)
print(zweite.shape)
print(dritte.shape)


# %% In[2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)


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
