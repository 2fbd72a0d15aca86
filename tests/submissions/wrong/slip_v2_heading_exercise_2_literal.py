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
print("Exercise 2: transpose")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("(3, 4)")


# %% In[3]
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
print(C)
assert np.array_equal(C, np.array(A) @ np.array(B))
