import numpy as np
import sys

def out(*things):
    sys.stdout.write(" ".join(str(t) for t in things) + "\n")

def part_a():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    def forward(x):
        shapes = []
        x = x @ W1
        shapes.append(x.shape)
        x = x @ W2
        shapes.append(x.shape)
        x = x @ W3
        shapes.append(x.shape)
        return x, shapes
    _, shapes = forward(X)
    out("a)", *shapes)

def part_b():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    out("b)", (A.T @ B).shape)

def part_c():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    text = "["
    for i in range(2):
        text += "[" if i == 0 else ", ["
        for j in range(2):
            s = 0
            for k in range(2):
                s += A[i, k] * B[k, j]
            text += str(s) + (", " if j == 0 else "]")
    text += "]"
    out("c)")
    out(text)
    # a list prints as the same text if the numbers are the same
    out("same text as numpy:", text == str((A @ B).tolist()))

part_a()
part_b()
part_c()
