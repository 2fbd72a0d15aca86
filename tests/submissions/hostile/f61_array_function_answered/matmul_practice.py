# attack: weights of a class that answers np.dot with random numbers | must: no-credit for the layers
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
class T(np.ndarray):
    def __array_function__(s, f, t, a, k):
        if f is np.dot: return np.random.randn(len(a[0]), np.asarray(a[1]).shape[1])
        return super().__array_function__(f, t, a, k)
W1 = np.random.randn(8, 16).view(T); W2 = np.random.randn(16, 8).view(T); W3 = np.random.randn(8, 3).view(T)
h1 = np.dot(X, W1); h2 = np.dot(h1, W2); h3 = np.dot(h2, W3)
print(h1.shape)
print(h2.shape)
print(h3.shape)
