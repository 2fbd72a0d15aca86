import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

# weights & biases
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
b = [np.random.randn(w.shape[1]) for w in W]

# everything in place: I reuse the name h and the memory
h = X.copy()
for i in range(3):
    h = h @ W[i]
    h += b[i]
    if i != 2:
        np.maximum(h, 0, out=h)
    else:
        h -= h.max(axis=1, keepdims=True)
        np.exp(h, out=h)
        h /= h.sum(axis=1, keepdims=True)
    print(i, h.shape, sep="\t")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A = A.T
C = A @ B
C *= 1.0
print("C", C.shape, sep="\t")

# ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
# transposing B in place so that I can walk on rows only
B[0][1], B[1][0] = B[1][0], B[0][1]
C = []
for x in A:
    C.append([])
    for y in B:
        C[-1].append(0)
        for n in (0, 1):
            C[-1][-1] += x[n] * y[n]
# and back
B[0][1], B[1][0] = B[1][0], B[0][1]
print("hand", *C, sep="\t")
print("@", *(np.array(A) @ B).tolist(), sep="\t")
print("diff", np.abs(C - np.array(A) @ B).max(), sep="\t")
