import numpy as np

def describe(a):
    match a.shape:
        case (n, 1):
            return f"column of {n}"
        case (n, m):
            return f"{n} rows, {m} columns"
        case (n,):
            return f"vector of {n}"
        case _:
            return "?"

def act(kind, z):
    match kind:
        case "relu":
            return z * (z > 0)
        case "sigmoid":
            return 1 / (1 + np.exp(-z))
        case None:
            return z

def multiply(left, right):
    match left, right:
        case [[a, b], [c, d]], [[e, f], [g, h]]:
            result = []
            for (p, q) in ((a, b), (c, d)):
                new = []
                for col in ((e, g), (f, h)):
                    total = 0
                    for x, y in zip((p, q), col):
                        total += x * y
                    new.append(total)
                result.append(new)
            return result
        case _:
            raise TypeError("2x2 only")

def run(part):
    match part:
        case 1:
            np.random.seed(42)
            h = np.random.randn(100, 8)
            for size, kind in (((8, 16), "relu"), ((16, 8), "sigmoid"), ((8, 3), None)):
                h = act(kind, h @ np.random.randn(*size))
                print("layer", size, "gives", describe(h))
        case 2:
            A, B = np.random.randn(5, 3), np.random.randn(5, 4)
            print("A.T @ B gives", describe(A.T @ B))
        case 3:
            A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
            match (multiply(A, B), (np.array(A) @ np.array(B)).tolist()):
                case (mine, ref) if mine == ref:
                    print(mine, "correct")
                case (mine, ref):
                    print(mine, "should be", ref)

for part in (1, 2, 3):
    run(part)
