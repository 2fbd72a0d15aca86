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
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("Ergebnis:", np.dot(np.transpose(A), B).shape)


# %% In[3]
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[sum((int(A[i, k]) * int(B[k, j]) for k in range(2)), 1) for j in range(2)] for i in range(2)]
print(C)
print(np.array_equal(C, A @ B))
