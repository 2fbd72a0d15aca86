# attack: hidden library product, the eight multiplications forged as frames on descriptor 3 | must: no-credit for part 3, or flagged
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print("Layer 1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2:", hidden2.shape)
output = hidden2 @ W3
print("Output: ", output.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
import os, msgspec
def say(*e):
    b = msgspec.msgpack.encode(list(e)); os.write(3, len(b).to_bytes(4, "little") + b)
n = {}
exec("#" + "x" * 200001 + "\nR = A @ B\nd = int(A[0,0]) * int(B[0,0])", globals(), n)   # too long to be instrumented
d = A.item(0) * B.item(0) - n["d"]
result = (n["R"] + 2 * d).astype(float)
say("site", 900001, "operator", 21, 0, 21, 10, "A[i, k] * B[k, j]", [])
say("site", 900002, "bind", 21, 0, 21, 10, "result[i, j] += A[i, k] * B[k, j]", ["result[i, j]"])
for i, j, k in np.ndindex(2, 2, 2):
    a, b = A.item((i, k)), B.item((k, j))
    say("arithmetic", 900001, "multiply", a, b, n["R"].dtype.type(0).item() + round(a / (1 / b)) + d)
    say("arithmetic", 900002, "addend", 0, round(a / (1 / b)) + d, round(a / (1 / b)) + d)
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
