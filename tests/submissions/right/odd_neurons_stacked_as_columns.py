# %% [markdown]
# # Practice

# %%
import numpy as np
import warnings
warnings.simplefilter('ignore')

# %% part 1
# every neuron computed on its own
np.random.seed(42)
X = np.random.randn(100, 8)
def layer(inputs, n_neurons):
    neurons = []
    for _ in range(n_neurons):
        w = np.random.randn(inputs.shape[1])
        neurons.append(inputs @ w)
    return np.column_stack(neurons)
l1 = layer(X, 16)
l2 = layer(l1, 8)
l3 = layer(l2, 3)
print("layer 1:", l1.shape, " layer 2:", l2.shape, " layer 3:", l3.shape)

# %% part 2
rainfall = np.random.rand(5, 3)     # 5 days, 3 towns
prices = np.random.rand(5, 4)       # 5 days, 4 vegetables
relation = rainfall.T @ prices      # towns x vegetables
print("towns x vegetables:", relation.shape)

# %% part 3
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
C = []
for i in range(2):
    C.append([])
    for j in range(2):
        s = 0
        for k in range(2):
            s += int(A[i, k]) * int(B[k, j])
        C[i].append(s)
print(C); print((A @ B).tolist() == C)
