#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np


# In[2]:


np.random.seed(42)
X = np.random.randn(100, 8)
a = X
for w in (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)):
    a = a @ w
    print(f"dimensions: {a.ndim}")


# In[3]:


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_t = A.swapaxes(0, 1)
sonuc = A_t.dot(B)
print("boyut:", sonuc.shape)


# In[4]:


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
P = np.zeros_like(A)
for i, row in enumerate(A):
    for k, a in enumerate(row):
        for j, b in enumerate(B[k]):
            P[i][j] += a * b
print("P =", P.tolist(), "| NumPy:", np.dot(A, B).tolist())
print("vérifié :", (P == np.dot(A, B)).all())
