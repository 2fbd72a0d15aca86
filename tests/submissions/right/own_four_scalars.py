import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

# weights small so the numbers do not explode
W1 = 0.01 * np.random.randn(8, 16)
W2 = 0.01 * np.random.randn(16, 8)
W3 = 0.01 * np.random.randn(8, 3)

h1 = np.dot(X, W1); s1 = h1.shape
h2 = np.dot(h1, W2); s2 = h2.shape
h3 = np.dot(h2, W3); s3 = h3.shape
print("shapes:", s1, s2, s3)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = np.dot(A.T, B)
print("fixed:", fixed.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

c11 = c12 = c21 = c22 = 0
for k in range(2):
    c11 += A[0][k] * B[k][0]
    c12 += A[0][k] * B[k][1]
    c21 += A[1][k] * B[k][0]
    c22 += A[1][k] * B[k][1]

print("|", c11, c12, "|")
print("|", c21, c22, "|")

n11, n12, n21, n22 = np.dot(A, B).ravel()
print(c11 == n11, c12 == n12, c21 == n21, c22 == n22)
