import numpy as np
#import pandas as pd
#import matplotlib.pyplot as plt

# OLD, didn't work
# def net(x):
#     return x @ w1 @ w2

def old_multiply(a, b):
    # wrong! this is elementwise, I keep it to remember
    c = []
    for i in range(len(a)):
        c.append([])
        for j in range(len(a[0])):
            c[i].append(a[i][j] * b[i][j])
    return c

def old_multiply_2(a, b):
    # also wrong: forgot to sum
    c = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                c[i][j] = a[i][k] * b[k][j]
    return c

def multiply(a, b):
    c = [[0 for j in range(len(b[0]))] for i in range(len(a))]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                c[i][j] += a[i][k] * b[k][j]
    return c

np.random.seed(42)
X = np.random.randn(100, 8)
# W1 = np.random.randn(16, 8)   # wrong way round
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

if False:
    print(X @ W2)

first = X @ W1
print("1st", first.shape)
second = first @ W2
print("2nd", second.shape)
third = second @ W3
print("3rd", third.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# C = A @ B
# C = A @ B.T
# C = A.reshape(3, 5) @ B     <- right shape but I learned that this is NOT the transpose!
C = A.T @ B
print("C", C.shape)

a = [[1, 2], [3, 4]]
b = [[5, 6], [7, 8]]
np_result = np.array(a) @ np.array(b)
for f in (old_multiply, old_multiply_2, multiply):
    r = f(a, b)
    print(f"{f.__name__:<16}", r, "RIGHT" if np.array_equal(r, np_result) else "wrong")
