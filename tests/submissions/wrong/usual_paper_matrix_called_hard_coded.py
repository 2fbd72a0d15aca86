"""
Name: Maria K.
Course: Linear algebra for ML
File: matmul_practice.py

I first did it on paper:
   | 1 2 |   | 5 6 |   | 19 22 |
   | 3 4 | x | 7 8 | = | 43 50 |
"""
import numpy as np


def header(text):
    print()
    print("*" * len(text))
    print(text)
    print("*" * len(text))


def describe(name, arr):
    print(f"{name}: shape={arr.shape}, dtype={arr.dtype}, ndim={arr.ndim}")


header("Try This 1")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
describe("X", X)
h1 = X @ W1
describe("after layer 1", h1)
h2 = h1 @ W2
describe("after layer 2", h2)
h3 = h2 @ W3
describe("after layer 3", h3)

header("Try This 2")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
describe("A", A)
describe("B", B)
result = A.T @ B
describe("A.T @ B", result)

header("Try This 3")
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
paper = np.array([[19, 22], [43, 50]])
loops = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            loops[i, j] += A[i, k] @ B[k, j]
print("paper:\n", paper)
print("loops:\n", loops)
print("numpy:\n", A @ B)
print("paper == loops:", np.array_equal(paper, loops))
print("loops == numpy:", np.array_equal(loops, A @ B))
