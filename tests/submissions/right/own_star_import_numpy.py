from numpy import *
from numpy.random import *

seed(42)
X = randn(100,8)
w1 = randn(8,16); w2 = randn(16,8); w3 = randn(8,3)

r1 = dot(X,w1)
r2 = dot(r1,w2)
r3 = dot(r2,w3)
print('r1',shape(r1),'r2',shape(r2),'r3',shape(r3))

a = randn(5,3)
b = randn(5,4)
#dot(a,b)   <- shapes (5,3) and (5,4) not aligned: 3 (dim 1) != 5 (dim 0)
c = dot(transpose(a),b)
print('c',shape(c))

a = array([[1,2],[3,4]])
b = array([[5,6],[7,8]])
c = zeros((2,2))
for i in arange(2):
    for j in arange(2):
        for k in arange(2):
            c[i,j] = c[i,j] + a[i,k]*b[k,j]
print(c)
d = dot(a,b)
print(d)
print('equal' if all(c==d) else 'not equal')
