import numpy as np

#### exercise 3 ####
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[k, i] * B[k, j]
print(C)
print(np.array_equal(C, A @ B))

#### exercise 2 ####
M1 = np.random.randn(5, 3)
M2 = np.random.randn(5, 4)
M3 = np.einsum("ki,kj->ij", M1, M2)
print(M3.shape)

#### exercise 1 ####
rng = np.random.RandomState(42)
X = rng.randn(100, 8)
sizes = [8, 16, 8, 3]
weights = [rng.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
acts = [X]
while len(acts) < 4:
    acts.append(np.dot(acts[-1], weights[len(acts) - 1]))
print([a.shape for a in acts])
