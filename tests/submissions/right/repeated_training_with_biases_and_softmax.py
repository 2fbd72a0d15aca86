import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
# train a little first, then show the shapes
y = np.random.randint(0, 3, 100)
Y = np.eye(3)[y]
W1 = np.random.randn(8, 16) * .3; b1 = np.zeros(16)
W2 = np.random.randn(16, 8) * .3; b2 = np.zeros(8)
W3 = np.random.randn(8, 3) * .3; b3 = np.zeros(3)
def forward(X):
    h1 = np.maximum(0, X @ W1 + b1)
    h2 = np.maximum(0, h1 @ W2 + b2)
    z = h2 @ W3 + b3
    e = np.exp(z - z.max(1, keepdims=True))
    return h1, h2, e / e.sum(1, keepdims=True)
for epoch in range(2):
    h1, h2, p = forward(X)
    d3 = (p - Y) / len(X)
    d2 = (d3 @ W3.T) * (h2 > 0)
    d1 = (d2 @ W2.T) * (h1 > 0)
    W3 -= .5 * h2.T @ d3; b3 -= .5 * d3.sum(0)
    W2 -= .5 * h1.T @ d2; b2 -= .5 * d2.sum(0)
    W1 -= .5 * X.T @ d1; b1 -= .5 * d1.sum(0)
h1, h2, p = forward(X)
print("shapes:", h1.shape, h2.shape, p.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
