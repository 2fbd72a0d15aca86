import numpy as np

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def exponent(matrix):
    return "ℝ" + "×".join(map(str, matrix.shape)).translate(RAISED)


np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("h1 in", exponent(h1))
h2 = h1 @ W2
print("h2 in", exponent(h2))
out = h2 @ W3
print("out in", exponent(out))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R)
print("Same as NumPy:", np.array_equal(R, A @ B))
