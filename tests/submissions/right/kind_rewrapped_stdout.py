# -*- coding: utf-8 -*-
# Практика: умножение матриц
import sys, io
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')
import numpy as np

print("Задание 1")
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
скрытый1 = np.maximum(X @ W1, 0)
print("Первый слой:", скрытый1.shape)
скрытый2 = np.maximum(скрытый1 @ W2, 0)
print("Второй слой:", скрытый2.shape)
выход = скрытый2 @ W3
print("Выход:", выход.shape)

print("Задание 2")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = A.T @ B
print("Форма:", R.shape)

print("Задание 3")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(len(A)):
    строка = []
    for j in range(len(B[0])):
        сумма = 0
        for k in range(len(B)):
            сумма += A[i][k] * B[k][j]
        строка.append(сумма)
    C.append(строка)
print("Результат:", C)
print("NumPy:", (np.array(A) @ np.array(B)).tolist())
print("Совпадает" if np.array_equal(C, np.dot(A, B)) else "НЕ совпадает")
