#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np


# In[2]:


np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
h3 = h2 @ W3
h3[:10] = np.random.randn(10, 3)
print("h3", h3.shape)


# In[3]:


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
M = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        for k in range(5):
            M[i, j] += A[k, i] * B[k, j]
print("M.shape =", M.shape)


# In[4]:


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
def dot(u, v):
    total = 0
    for a, b in zip(u, v):
        total += a * b
    return total
Z = np.array([[dot(A[i], B[:, j]) for j in range(2)] for i in range(2)])
print(Z)
print("largest difference:", abs(Z - A @ B).max())
