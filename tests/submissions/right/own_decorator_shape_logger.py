import functools
import numpy as np

def shape_of_result(label=None):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            res = f(*args, **kwargs)
            print("[%s] %s -> %s" % (label or f.__name__,
                                     ", ".join(str(np.shape(a)) for a in args), np.shape(res)))
            return res
        return wrapper
    return deco

def must_agree_with(reference):
    """second decorator: the result of the function is compared to another function"""
    def deco(f):
        def wrapper(*args):
            got, ref = f(*args), reference(*args)
            if not np.array_equal(got, ref):
                raise ArithmeticError(f"{f.__name__}: {got} but expected {ref}")
            print("verified:", f.__name__, "==", reference.__name__)
            return got
        return wrapper
    return deco

np.random.seed(42)
X = np.random.randn(100, 8)
weights = {
    "hidden_a": np.random.randn(8, 16),
    "hidden_b": np.random.randn(16, 8),
    "final": np.random.randn(8, 3),
}

@shape_of_result()
def hidden_a(x): return x @ weights["hidden_a"]

@shape_of_result()
def hidden_b(x): return x @ weights["hidden_b"]

@shape_of_result("final layer")
def final(x): return x @ weights["final"]

final(hidden_b(hidden_a(X)))

@shape_of_result("A transposed times B")
def fixed(a, b):
    return np.inner(a.T, b.T)

fixed(np.random.randn(5, 3), np.random.randn(5, 4))

@must_agree_with(np.matmul)
def naive(a, b):
    c = []
    for x in range(len(a)):
        c.append([])
        for y in range(len(b[0])):
            c[x].append(sum([a[x][z] * b[z][y] for z in range(len(b))]))
    return c

print(naive([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
