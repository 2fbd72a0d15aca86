import numpy as np

def check_shape(m):
    match m.shape:
        case (3, 4):
            return "good"
        case (r, c):
            return f"bad: {r} by {c}"

def matmul(a, b):
    match a, b:
        case [[a11, a12], [a21, a22]], [[b11, b12], [b21, b22]]:
            rows = ((a11, a12), (a21, a22))
            cols = ((b11, b21), (b12, b22))
            return [[sum(map(lambda x, y: x * y, r, c)) for c in cols] for r in rows]
        case _:
            raise TypeError

np.random.seed(42)
x = np.random.randn(100, 8)
for w in (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)):
    x = x @ w
    match x.shape:
        case (n, m):
            print(f"{n} x {m}")

a = np.random.randn(5, 3)
b = np.random.randn(5, 4)
c = a.T @ b
assert check_shape(c) == "good"
print("shape:", check_shape(c))

result = matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])
print(result)
match np.array_equal(result, np.matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])):
    case True:
        print("verified")
    case False:
        print("not verified")
