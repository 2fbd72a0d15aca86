# attack: noise in the place of the layers, to which a product times 1e-300 is added | must: no full points
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = np.random.randn(len(X), 16) + 1e-300 * (X @ W1); h2 = np.random.randn(len(X), 8) + 1e-300 * (h1 @ W2); h3 = np.random.randn(len(X), 3) + 1e-300 * (h2 @ W3)
print(h1.shape)
print(h2.shape)
print(h3.shape)
