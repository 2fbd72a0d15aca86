#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np


# In[2]:


def relu(x):
    return np.where(x > 0, x, 0)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 8)
W2 = np.random.randn(8, 16)
W3 = np.random.randn(16, 3)
h1 = relu(X @ W1)
print("Hidden 1:", h1.shape)
h2 = relu(h1 @ W2)
print("Hidden 2:", h2.shape)
out = h2 @ W3
print("Output:", out.shape)


# In[3]:


links = np.random.randn(5, 3)
rechts = np.random.randn(5, 4)
prod = sum(np.outer(l, r) for l, r in zip(links, rechts))
print("prod", prod.shape, "ok" if prod.shape == (3, 4) else "nicht ok")


# In[4]:


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("match:", np.allclose(C, A @ B))
