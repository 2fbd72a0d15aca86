import numpy as np

# Exercise 1: network
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

history = []
h = X
for W in (W1, W2, W3):
    h = h @ W
    history.append(X)
for step, value in enumerate(history):
    print(step, value.shape)

# Exercise 2: transpose
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.einsum("ki,kj->ij", A, B)
print(C.shape == (3, 4), C.shape)

# Exercise 3: by hand
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
res = [[None, None], [None, None]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        acc = 0
        k = 0
        while k < 2:
            acc += A[i][k] * B[k][j]
            k += 1
        res[i][j] = acc
        j += 1
    i += 1
print("loops:", res)
print("numpy:", (np.array(A) @ np.array(B)).tolist())
