#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np


# In[2]:


np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.uniform(-1, 1, s) for s in ((8, 16), (16, 8), (8, 3))]
A1 = np.einsum("ni,ij->nj", X, W[0]); print("A1", A1.shape)
A2 = np.einsum("ni,ij->nj", A1, W[1]); print("A2", A2.shape)
A3 = np.einsum("ni,ij->nj", A2, W[2]); print("A3", A3.shape)


# In[3]:


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A", A.shape, "B", B.shape)
producto = (B.T @ A).T
print("producto", producto.shape)


# In[4]:


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
# worked out on paper
c00 = 1 * 5 + 2 * 7
c01 = 1 * 6 + 2 * 8
c10 = 3 * 5 + 4 * 7
c11 = 3 * 6 + 4 * 8
C = np.array([[c00, c01], [c10, c11]])
print(C)
print("matches NumPy:", np.array_equal(C, A @ B))
