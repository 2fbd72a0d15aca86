import itertools as it
import numpy as np

rs = np.random.RandomState(42)
X = rs.randn(100, 8)

sizes = (8, 16, 8, 3)
weights = [rs.randn(*pair) for pair in it.pairwise(sizes)]

# accumulate keeps every intermediate result, nice
input_, *layers = it.accumulate([X, *weights], np.matmul)
print("input", "x".join(map(str, input_.shape)))
for i, layer in enumerate(layers, start=1):
    print("layer", i, "x".join(map(str, layer.shape)))

A, B = rs.randn(5, 3), rs.randn(5, 4)
*_, C = it.accumulate((A.T, B), np.dot)
print("C", "x".join(map(str, C.shape)))

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]

flat = []
for row, col in it.product(A, zip(*B)):
    # running total, the last one is the cell
    *_, total = it.accumulate(x * y for x, y in zip(row, col))
    flat.append(total)

it_ = iter(flat)
C = [list(it.islice(it_, 2)) for _ in B]
print(C)
check = np.dot(A, B).ravel()
print(all(it.starmap(lambda a, b: a == b, it.zip_longest(flat, check))))
