# -*- coding: utf-8 -*-
# умножение = сложение много раз (как в начальной школе)
import numpy as np


def umnozhit(a, b):
    """a * b без знака *"""
    otvet = 0
    for _ in range(abs(b)):
        otvet += a
    return otvet if b >= 0 else -otvet


def matrica(a, b):
    stroki, vnutri, stolbcy = len(a), len(b), len(b[0])
    c = [[0 for _ in range(stolbcy)] for _ in range(stroki)]
    for i in range(stroki):
        for j in range(stolbcy):
            for k in range(vnutri):
                c[i][j] = c[i][j] + umnozhit(a[i][k], b[k][j])
    return c


def chast1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    vesa = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
    sloi = []
    for v in vesa:
        sloi.append((sloi[-1] if sloi else X) @ v)
    print("Слои:", "; ".join("%d на %d" % s.shape for s in sloi))


def chast2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T.dot(B)
    print("C: %d на %d" % C.shape)


def chast3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    moe = matrica(A, B)
    print("Моё:", moe)
    print("NumPy:", np.dot(A, B).tolist())
    print("Сумма модулей разностей:", int(np.abs(np.array(moe) - np.dot(A, B)).sum()))


for chast in chast1, chast2, chast3:
    chast()
