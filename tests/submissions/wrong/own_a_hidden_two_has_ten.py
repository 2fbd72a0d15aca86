import numpy as np

# Exercise 1
np.random.seed(42)
n_samples, n_features = 100, 8
X = np.random.randn(n_samples, n_features)

W1 = np.random.randn(n_features, 16) * 0.1
W2 = np.random.randn(16, 10) * 0.1
W3 = np.random.randn(10, 3) * 0.1

a1 = np.tanh(X.dot(W1))
a2 = np.tanh(a1.dot(W2))
a3 = a2.dot(W3)

print("a1.shape ->", a1.shape)
print("a2.shape ->", a2.shape)
print("a3.shape ->", a3.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = A.transpose().dot(B)
print("fixed.shape ->", fixed.shape)

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
manual = np.zeros((2, 2))
for r in range(2):
    for c in range(2):
        for m in range(2):
            manual[r][c] += A[r][m] * B[m][c]
print("manual ->", manual.tolist())
print("A.dot(B) ->", A.dot(B).tolist())
print("difference ->", abs(manual - A.dot(B)).sum())
