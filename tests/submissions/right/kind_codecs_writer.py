# -*- coding: utf-8 -*-
import sys, codecs
sys.stdout = codecs.getwriter("utf-8")(sys.stdout.buffer)
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
print("第一層", (X @ W1).shape)
print("第二層", (X @ W1 @ W2).shape)
print("第三層", (X @ W1 @ W2 @ W3).shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print("形状", (A.T @ B).shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("結果", C, "一致" if C == np.dot(A, B).tolist() else "不一致")
