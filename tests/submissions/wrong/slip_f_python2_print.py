import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
for a, b in [(8, 16), (16, 8), (8, 3)]:
    X = X.dot(np.random.randn(a, b))
    print X.shape
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print A.T.dot(B).shape
