import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
for title, value in (("one", X @ W1), ("two", X @ W1 @ W2), ("three", X @ W1 @ W2 @ W3),
                     ("transposed", np.random.randn(5, 3).T @ np.random.randn(5, 4))):
    print(title.title(), "->", "×".join(map(str, value.shape)))
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print("Mine ", *map(lambda r: list(map(lambda c: sum(map(lambda x, y: x * y, r, c)), zip(*B))), A))
print("NumPy", *map(np.ndarray.tolist, np.array(A) @ np.array(B)))
