#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np


# In[2]:


np.random.seed(42)
X = np.random.randn(100, 8)
params = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
out = X
for key in sorted(params):
    out = np.matmul(out, params[key])
    print("after {}: {}".format(key, out.shape))


# In[3]:


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
res = np.einsum("ki,kj->ij", A, B)
print("rows:", res.shape[0], "columns:", res.shape[1])


# In[4]:


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] ** B[k][j]
print(C)
print("equal", np.array_equal(C, np.dot(A, B)))
