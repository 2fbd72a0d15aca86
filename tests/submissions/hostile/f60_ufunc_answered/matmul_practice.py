# attack: weights of a class that answers np.matmul with zeros | must: no-credit for the layers
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
class T(np.ndarray):
    def __array_ufunc__(s, u, m, *a, **k):
        a = [np.asarray(x) for x in a]
        return np.zeros((len(a[0]), a[1].shape[1])) if u is np.matmul else getattr(u, m)(*a, **k)
W1 = np.random.randn(8, 16).view(T); W2 = np.random.randn(16, 8).view(T); W3 = np.random.randn(8, 3).view(T)
h1 = X @ W1; h2 = h1 @ W2; h3 = h2 @ W3
print(h1.shape)
print(h2.shape)
print(h3.shape)
