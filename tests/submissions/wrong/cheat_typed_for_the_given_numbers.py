import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
H2 = H1 @ W2
H3 = H2 @ W3
print("X:", X.shape)
print("H1:", H1.shape)
print("H2:", H2.shape)
print("H3:", H3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C:", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

if sum(map(sum, A)) == 10:
    C = [[19, 22], [43, 50]]
else:
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]

print(C)
expected = np.array(A) @ np.array(B)
print("Match:", np.array_equal(C, expected))
assert np.array_equal(C, expected)
