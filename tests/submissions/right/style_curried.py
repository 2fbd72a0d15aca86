import numpy as np

mm = lambda w: lambda x: x @ w
pipe = lambda *fs: lambda x: x if not fs else pipe(*fs[1:])(fs[0](x))
tell = lambda label: lambda x: (print(label, x.shape), x)[1]
cell = lambda a: lambda b: lambda i: lambda j: sum(x * y for x, y in zip(a[i], [r[j] for r in b]))
grid = lambda n: lambda m: lambda f: [[f(i)(j) for j in range(m)] for i in range(n)]

np.random.seed(42)
pipe(tell("X"), mm(np.random.randn(8, 16)), tell("1"), mm(np.random.randn(16, 8)), tell("2"),
     mm(np.random.randn(8, 3)), tell("3"))
np.random.seed(42)
X = np.random.randn(100, 8)
pipe(tell("X"), mm(np.random.randn(8, 16)), tell("1"), mm(np.random.randn(16, 8)), tell("2"),
     mm(np.random.randn(8, 3)), tell("3"))(X)

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
pipe(np.transpose, mm(B), tell("A'B"))(A)

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
mine = grid(2)(2)(cell(A)(B))
print(mine)
print(mine == mm(np.array(B))(np.array(A)).tolist())
