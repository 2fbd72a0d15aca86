import numpy.random as npr
import numpy.linalg as la
import numpy as n
npr.seed(42)
x = npr.randn(100, 8)
for k in (16, 8, 3):
    x = x.dot(npr.randn(x.shape[1], k))
    print(x.shape)
a = npr.randn(5, 3)
b = npr.randn(5, 4)
print(n.dot(a.T, b).shape)
a = n.array([[1, 2], [3, 4]])
b = n.array([[5, 6], [7, 8]])
c = n.zeros(4).reshape(2, 2)
for i in range(2):
    for j in range(2):
        for k in range(2):
            c[i][j] = c[i][j] + a[i][k] * b[k][j]
print(c)
print(la.norm(c - n.dot(a, b)) == 0)
