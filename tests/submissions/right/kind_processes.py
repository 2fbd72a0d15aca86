from multiprocessing.dummy import Pool
import copy, pickle
import numpy as np

def cell(task):
    row, col = task
    return sum(x * y for x, y in zip(row, col))

if __name__ == "__main__":
    np.random.seed(42)
    X = np.random.randn(100, 8)
    net = pickle.loads(pickle.dumps([np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]))
    h = copy.deepcopy(X)
    for w in net:
        h = h @ w
        print(repr(h.shape))
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    print(repr((A.T @ B).shape))
    A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    with Pool(2) as pool:
        flat = pool.map(cell, [(r, c) for r in A for c in zip(*B)])
    print(flat)
    print(flat == np.matmul(A, B).flatten().tolist())
