import numpy as np


# %% [markdown]
# # matmul practice

# %% In[1]
rng = np.random.RandomState(42)
X = rng.randn(100, 8)
sizes = [8, 16, 8, 3]
weights = [rng.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
acts = [X]
while len(acts) < 4:
    acts.append(np.dot(acts[-1], weights[len(acts) - 1]))
print([a.shape for a in acts])


# %% In[2]
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
out = np.full((3, 4), 0)
for k in range(5):
    for i in range(3):
        for j in range(4):
            out[i, j] += A[k, i] * B[k, j]
print(out.shape)


# %% In[3]
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
def cells():
    for row in A:
        for col in B.T:
            t = 0
            for a, b in zip(row, col):
                t += a * b
            yield t
C = list(cells())
N = (A @ B).ravel().tolist()
print(C, "numpy:", N, "equal:", C == N)
