import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Y1 = X @ W1
print("Y1", Y1.shape)
Y2 = Y1 @ W2
print("Y2", Y2.shape)
Y3 = Y2 @ W3
print("Y3", Y3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
Y = A.T @ B
print("Y", Y.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
(a, b), (c, d) = A
(e, f), (g, h) = B
m1 = (a + d) * (e + h)
m2 = (c + d) * e
m3 = a * (f - h)
m4 = d * (g - e)
m5 = (a + b) * h
m6 = (c - a) * (e + f)
m7 = (b - d) * (g + h)
Y = [[m1 + m4 - m5 + m7, m3 + m5], [m2 + m4, m1 - m2 + m3 + m6]]
print("Y", Y)
print("same as NumPy", np.array_equal(Y, np.dot(A, B)))
