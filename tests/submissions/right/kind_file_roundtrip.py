import csv
import os
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
np.savez("weights.npz", W1=np.random.randn(8, 16), W2=np.random.randn(16, 8), W3=np.random.randn(8, 3))
with np.load("weights.npz") as f:
    W1, W2, W3 = f["W1"], f["W2"], f["W3"]
os.remove("weights.npz")
h1 = X @ W1
h2 = h1 @ W2
y = h2 @ W3
with open("shapes.txt", "w") as f:
    for m in (h1, h2, y):
        print(m.shape, file=f)
with open("shapes.txt") as f:
    print(f.read(), end="")
os.remove("shapes.txt")

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

with open("a.csv", "w", newline="") as f:
    csv.writer(f).writerows([[1, 2], [3, 4]])
with open("b.csv", "w", newline="") as f:
    csv.writer(f).writerows([[5, 6], [7, 8]])
with open("a.csv", newline="") as f:
    A = [[int(v) for v in row] for row in csv.reader(f)]
with open("b.csv", newline="") as f:
    B = [[int(v) for v in row] for row in csv.reader(f)]
C = [[sum(a * b for a, b in zip(row, column)) for column in zip(*B)] for row in A]
print(C)
print(np.array_equal(C, np.loadtxt("a.csv", delimiter=",") @ np.loadtxt("b.csv", delimiter=",")))
os.remove("a.csv")
os.remove("b.csv")
