#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np


# In[2]:


np.random.seed(42)
daten = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
schicht = daten
for nr, g in enumerate(gewichte, 1):
    schicht = np.dot(schicht, g)
    print("Schicht", nr, "hat die Form", schicht.shape)


# In[3]:


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.inner(A, B)
print("C", C.shape)


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
