import numpy as np

# --- 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
def layer(x, w):
    y = np.zeros((len(x), w.shape[1]))
    s = 0.0
    for i in range(len(x)):
        for j in range(w.shape[1]):
            for k in range(w.shape[0]):
                s += x[i, k] * w[k, j]
            y[i, j] = s
    return y
for shape in ((8, 16), (16, 8), (8, 3)):
    X = layer(X, np.random.randn(*shape))
    print(X.shape)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
assert R.shape == (3, 4), "mauvaise forme"

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
def cells():
    for row in A:
        for col in B.T:
            t = 0
            for a, b in zip(row, col):
                t += a * b
            yield t
C = list(cells())
N = (A @ B).ravel().tolist()
print(C, "numpy:", N, "equal:", C == N)
