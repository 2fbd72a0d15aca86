import sys
import numpy as np

def eins():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    for form in [(8, 16), (16, 8), (8, 3)]:
        X = X @ np.random.randn(*form)
        print(X.shape)

def zwei():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    print((A.T @ B).shape)

def drei():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[sum(a * b for a, b in zip(r, c)) for c in B.T] for r in A]
    print(C, np.array_equal(C, A @ B))

eins()
sys.exit(0)
zwei()
drei()
