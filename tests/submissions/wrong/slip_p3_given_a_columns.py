import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
from functools import reduce
np.random.seed(42)
X = np.random.randn(100, 8)
def step(a, w):
    r = np.matmul(a, w)
    print("%d x %d" % r.shape)
    return r
reduce(step, [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)], X)


# %% In[2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)


# %% In[3]
def prod(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
A = [[1, 3], [2, 4]]
B = [[5, 6], [7, 8]]
print(prod(A, B))
assert np.array_equal(prod(A, B), np.dot(A, B))
