import sys
import numpy as np


class Tee:
    def __init__(self, *files): self.files = files
    def write(self, text):
        for f in self.files: f.write(text)
    def flush(self):
        for f in self.files: f.flush()


log = open("log.txt", "w", encoding="utf-8")
sys.stdout = Tee(sys.stdout, log)
np.random.seed(42)
X = np.random.randn(100, 8)
H1 = X @ np.random.randn(8, 16); print(H1.shape)
H2 = H1 @ np.random.randn(16, 8); print(H2.shape)
H3 = H2 @ np.random.randn(8, 3); print(H3.shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print(np.linalg.multi_dot([A.T, B]).shape)
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])


def loops(a, b):
    c = np.zeros((a.shape[0], b.shape[1]), dtype=a.dtype)
    for i in range(c.shape[0]):
        for j in range(c.shape[1]):
            acc = 0
            for k in range(a.shape[1]):
                acc += a[i, k] * b[k, j]
            c[i, j] = acc
    return c


for f in (loops, np.dot, np.matmul, np.inner, lambda a, b: a @ b, np.ndarray.dot):
    try:
        print(f"{f.__name__:>10}", f(A, B).tolist(), "same as loops:", (f(A, B) == loops(A, B)).all())
    except AttributeError as e:
        print(e)
sys.stdout = sys.__stdout__
log.close()
