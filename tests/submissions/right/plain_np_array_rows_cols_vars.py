import numpy as np
np.set_printoptions(precision=3, suppress=True)

np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = [np.random.randn(i, o) / np.sqrt(i) for i, o in [(8, 16), (16, 8), (8, 3)]]
print("weights:", W1.shape, W2.shape, W3.shape)
Z1 = np.dot(X, W1)
print("Z1.shape =", Z1.shape, "first row:", Z1[0][:3])
Z2 = np.dot(Z1, W2)
print("Z2.shape =", Z2.shape, "first row:", Z2[0][:3])
Z3 = np.dot(Z2, W3)
print("Z3.shape =", Z3.shape, "first row:", Z3[0])

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
M = np.dot(A.T, B)
print(M, M.shape)
m, n = M.shape
if (m, n) == (3, 4):
    print("shape confirmed")

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
M = np.zeros((2, 2), int)
for (i, j), _ in np.ndenumerate(M):
    for k in range(2):
        M[i, j] += A[i, k] * B[k, j]
expected = np.dot(A, B)
print(M, expected)
wrong = [(i, j) for i in range(2) for j in range(2) if M[i, j] != expected[i, j]]
print("wrong cells:", wrong)
print("verified" if not wrong else "not equal")
