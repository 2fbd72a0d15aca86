# attack: the last layer is overwritten in place with drawn numbers | must: no-credit for the last layer
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = X @ W1; h2 = h1 @ W2; h3 = h2 @ W3; h3[:] = np.random.randn(*h3.shape)
print(h1.shape)
print(h2.shape)
print(h3.shape)
