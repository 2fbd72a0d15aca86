import numpy as np

# ----- 1 -----
np.random.seed(42)
X = np.random.randn(100, 8)
params = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
out = X
for key in sorted(params):
    out = np.matmul(out, params[key])
    print("after {}: {}".format(key, out.shape))

# ----- 2 -----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

# ----- 3 -----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
check = np.dot(A, B)
A @= B
C = A.tolist()
print(C)
print(C == check.tolist())
