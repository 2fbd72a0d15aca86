import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
np.random.seed(42)
entree = np.random.randn(100, 8)
def couche(x, sortie):
    poids = np.random.randn(x.shape[1], sortie)
    y = x.dot(poids)
    print(f"{x.shape} -> {y.shape}")
    return y
couche(couche(couche(entree, 16), 8), 3)


# %% In[2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    R = A @ B
except ValueError as err:
    print("no:", err)
    R = A.T @ B
print("shape of the result is", R.shape)


# %% In[3]
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += B[i][k] * A[k][j]
print(C)
print(np.array_equal(C, A @ B))
