import numpy as np

class Dataset:
    def __init__(self, n, d):
        self.x = np.random.randn(n, d)
    def __len__(self): return len(self.x)
    def __getitem__(self, s): return self.x[s]
def loader(ds, size):
    for s in range(0, len(ds), size):
        yield ds[s:s + size]
np.random.seed(42)
ds = Dataset(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
outs1, outs2, outs3 = [], [], []
for batch in loader(ds, 32):
    a = np.maximum(batch @ W1, 0); outs1.append(a)
    b = np.maximum(a @ W2, 0); outs2.append(b)
    c = b @ W3; outs3.append(c)
for o in (outs1, outs2, outs3):
    print(np.vstack(o).shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.empty((3, 4))
for i in range(A.shape[1]):
    C[i] = A[:, i] @ B
print(C.shape)

class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
def chain(values):
    head = None
    for v in reversed(values): head = Node(v, head)
    return head
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = []
for r in A:
    C.append([])
    for c in zip(*B):
        p, q, t = chain(r), chain(c), 0
        while p:
            t += p.v * q.v
            p, q = p.nxt, q.nxt
        C[-1].append(t)
print(C, np.array_equal(C, np.dot(A, B)))
