# --- 1: debug_decorator
import functools
import numpy as np
def show_shape(fn):
    @functools.wraps(fn)
    def inner(*args):
        r = fn(*args)
        print(f"{fn.__name__:<8}{r.shape}")
        return r
    return inner
np.random.seed(42)
X = np.random.randn(100, 8)
@show_shape
def layer1(x): return x @ np.random.randn(8, 16)
@show_shape
def layer2(x): return x @ np.random.randn(16, 8)
@show_shape
def layer3(x): return x @ np.random.randn(8, 3)
result = layer3(layer2(layer1(X)))

# --- 2: reversed_demo
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
M1 = A.T @ B
M2 = B.T @ A
print("A.T @ B:", M1.shape)
print("B.T @ A:", M2.shape)
print("They are each other's transpose:", np.allclose(M1, M2.T))

# --- 3: nonlocal_state
def solve():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    result, current = [], 0
    def add(x):
        nonlocal current
        current += x
    def flush():
        nonlocal current
        result.append(current)
        current = 0
    for i in range(2):
        for j in range(2):
            for k in range(2):
                add(A[i][k] * B[k][j])
            flush()
    return result, (np.array(A) @ np.array(B)).flatten().tolist()
mine, ref = solve()
print(mine, ref, mine == ref)
