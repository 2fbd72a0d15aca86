# attack: matrices of a class that answers np.matmul with a reshaped product | must: no-credit for the product
import numpy as np
class T(np.ndarray):
    def __array_ufunc__(s, u, m, *a, **k):
        a = [np.asarray(x) for x in a]
        return a[0].T.reshape(3, 5) @ a[1] if u is np.matmul else getattr(u, m)(*a, **k)
A = np.random.randn(5, 3); B = np.random.randn(5, 4).view(T)
C = A.T @ B
print(C.shape)
