#!/usr/bin/env python3
import numpy as np


def products(row, col):
    for a, b in zip(row, col):
        yield a * b


def cells(row, cols):
    for col in cols:
        total = 0
        for p in products(row, col):
            total += p
        yield total


def matrix(A, B):
    cols = [*zip(*B)]
    for row in A:
        yield from cells(row, cols)


def network():
    np.random.seed(42)
    data = np.random.randn(100, 8)
    yield "data", data
    yield from layer(data, 8, 16, 8, 3)


def layer(data, n, m, *more):
    data = np.matmul(data, np.random.randn(n, m) * 0.3)
    yield f"{n}->{m}", data
    if more:
        yield from layer(np.tanh(data), m, *more)


def transposition():
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    yield "A", A
    yield "B", B
    yield "A.T B", np.array([[col_a @ col_b for col_b in B.T] for col_a in A.T])


def everything():
    yield from network()
    yield from transposition()


for label, array in everything():
    print(label.ljust(8), array.shape)

A = ((1, 2), (3, 4))
B = ((5, 6), (7, 8))
numpy_says = iter(np.dot(A, B).flat)
for mine in matrix(A, B):
    theirs = next(numpy_says)
    print(f"{mine:4d} {theirs:4d}", "" if mine == theirs else "<---- !!!")
