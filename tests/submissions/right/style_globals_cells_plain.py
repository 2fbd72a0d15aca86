import numpy as np


# In[1]:


np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
for W in (W1, W2, W3):
    X = np.apply_along_axis(lambda row: row @ W, 1, X)
    print(X.shape)


# In[2]:


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# read A column by column, then fill rows: that IS the transpose
At = A.flatten(order="F").reshape(3, 5)
assert np.array_equal(At, A.T)
print("shape", (At @ B).shape)


# In[3]:


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
for i in range(2):
    for j in range(2):
        globals()[f"c{i}{j}"] = 0
        for k in range(2):
            globals()[f"c{i}{j}"] += A[i][k] * B[k][j]
print(c00, c01)
print(c10, c11)
print([[c00, c01], [c10, c11]] == (np.array(A) @ np.array(B)).tolist())
