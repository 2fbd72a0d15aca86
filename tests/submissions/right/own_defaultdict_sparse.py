from collections import defaultdict, Counter, ChainMap
import numpy as np

# ---- sparse matrices as {(row, col): value} -----
def sparse(rows):
    return {(r, c): v for r, row in enumerate(rows) for c, v in enumerate(row) if v}

def sparse_mul(P, Q):
    by_row = defaultdict(list)
    for (r, c), v in Q.items():
        by_row[r].append((c, v))
    R = defaultdict(int)
    for (i, k), p in P.items():
        for j, q in by_row[k]:
            R[i, j] += p * q
    return dict(R)

P = sparse([[1, 2], [3, 4]])
Q = sparse([[5, 6], [7, 8]])
R = sparse_mul(P, Q)
for key in sorted(R):
    print(key, "->", R[key])

numpy_R = sparse((np.array([[1, 2], [3, 4]]) @ np.array([[5, 6], [7, 8]])).tolist())
print("dicts equal:", R == numpy_R)
print("difference:", dict(Counter(R) - Counter(numpy_R)))

# ---- network -----
np.random.seed(42)
inputs = {"X": np.random.randn(100, 8)}
weights = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
net = ChainMap({}, weights, inputs)
net["H1"] = net["X"] @ net["W1"]
net["H2"] = net["H1"] @ net["W2"]
net["OUT"] = net["H2"] @ net["W3"]
print({k: v.shape for k, v in net.maps[0].items()})

# ---- transpose -----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (A[:, :, None] * B[:, None, :]).sum(axis=0)     # sum over the shared 5
print({"C": C.shape}, np.allclose(C, A.T @ B))
