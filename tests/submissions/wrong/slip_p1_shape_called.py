import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
np.random.seed(42)
X = np.random.randn(100, 8)
L1 = X @ np.random.randn(8, 16)
print(L1.shape())
L2 = L1 @ np.random.randn(16, 8)
print(L2.shape())
L3 = L2 @ np.random.randn(8, 3)
print(L3.shape())


# %% In[2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
assert R.shape == (3, 4), "mauvaise forme"


# %% In[3]
def mul(p, q):
    res = []
    i = 0
    while i < len(p):
        fila = []
        j = 0
        while j < len(q[0]):
            s = 0
            k = 0
            while k < len(q):
                s += p[i][k] * q[k][j]
                k += 1
            fila.append(s)
            j += 1
        res.append(fila)
        i += 1
    return res
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
print(mul(A, B))
print("igual que numpy:", (np.array(mul(A, B)) == A @ B).all())
