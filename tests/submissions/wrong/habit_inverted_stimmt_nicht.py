import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
weights = []
weights.append(np.random.randn(8, 16))
weights.append(np.random.randn(16, 8))
weights.append(np.random.randn(8, 3))
step = 0
data = X
print("step", step, data.shape)
while step < 3:
    data = np.dot(data, weights[step])
    step = step + 1
    print("step", step, data.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_flipped = np.transpose(A)
P = np.dot(A_flipped, B)
print("shape of the product is", P.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
            k = k + 1
        j = j + 1
    i = i + 1
print(C)
real = np.dot(A, B)
if not np.array_equal(C, real):
    print("stimmt")
else:
    print("stimmt nicht")
