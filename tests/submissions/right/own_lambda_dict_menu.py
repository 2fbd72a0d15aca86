import numpy as np

ops = {
    "mul": lambda a, b: [[ops["cell"](a, b, i, j) for j in range(len(b[0]))] for i in range(len(a))],
    "cell": lambda a, b, i, j: sum((ops["times"](a[i][k], b[k][j]) for k in range(len(b)))),
    "times": lambda p, q: p * q,
    "T": lambda m: np.array([*zip(*m)]),
    "shape": lambda m: "(%d, %d)" % np.array(m).shape,
    "same": lambda m, n: (np.array(m) == np.array(n)).all(),
}

acts = {
    0: lambda z: z,
    1: lambda z: np.maximum(z, 0),
    2: lambda z: 1 / (1 + np.exp(-z)),
    3: lambda z: np.exp(z) / np.exp(z).sum(axis=1)[:, None],
}

np.random.seed(42)
state = {0: np.random.randn(100, 8)}
params = {n: (np.random.randn(*s) / 4, np.random.randn(s[1])) for n, s in {1: (8, 16), 2: (16, 8), 3: (8, 3)}.items()}
for n in params:
    W, b = params[n]
    state[n] = acts[n](state[n - 1] @ W + b)
print({n: ops["shape"](s) for n, s in state.items() if n})

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print({"A.T": ops["shape"](ops["T"](A)), "A.T @ B": ops["shape"](ops["T"](A) @ B)})

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print({"C": ops["mul"](A, B), "ok": bool(ops["same"](ops["mul"](A, B), np.array(A) @ B))})
