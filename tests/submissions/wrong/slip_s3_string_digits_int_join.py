import numpy as np

#### exercise 3 ####
A = [["1", "2"], ["3", "4"]]
B = [[5, 6], [7, 8]]
C = [["", ""], ["", ""]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(C == np.dot(np.array(A, int), B).tolist())

#### exercise 2 ####
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

#### exercise 1 ####
rng = np.random.RandomState(42)
X = rng.randn(100, 8)
sizes = [8, 16, 8, 3]
weights = [rng.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
acts = [X]
while len(acts) < 4:
    acts.append(np.dot(acts[-1], weights[len(acts) - 1]))
print([a.shape for a in acts])
