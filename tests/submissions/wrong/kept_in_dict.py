# Both the last layer and the product are items of a dictionary that get other numbers before their shapes are shown.
import numpy as np

np.random.seed(42)
net = {"X": np.random.randn(100, 8)}
net["h1"] = net["X"] @ np.random.randn(8, 16)
net["h2"] = net["h1"] @ np.random.randn(16, 8)
net["out"] = net["h2"] @ np.random.randn(8, 3)
net["out"] = net["X"] @ np.random.randn(8, 3)
for name in ("X", "h1", "h2"):
    print(name, net[name].shape)
print(f"out {net['out'].shape}")

d = {"A": np.random.randn(5, 3), "B": np.random.randn(5, 4)}
d["C"] = d["A"].T @ d["B"]
print("C", d["C"].shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i][j] += A[i][k] * B[k][j]
print(R)
print("Match:", np.array_equal(R, np.array(A) @ np.array(B)))
