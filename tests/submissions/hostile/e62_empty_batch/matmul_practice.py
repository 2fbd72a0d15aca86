# attack: no samples at all go through the layers | must: no-credit; no crash
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
t = X[:0] @ W1
h1 = np.ones((len(X), 16)); h2 = np.ones((len(X), 8)); h3 = np.ones((len(X), 3))
print(h1.shape)
print(h2.shape)
print(h3.shape)
