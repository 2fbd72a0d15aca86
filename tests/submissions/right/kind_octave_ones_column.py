"""Coming from Octave and Andrew Ng's course: the bias is a column of ones in front."""
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
m = X.shape[0]


def addones(M):
    return np.hstack([np.ones((m, 1)), M])


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


Theta1 = np.random.randn(9, 16)
Theta2 = np.random.randn(17, 8)
Theta3 = np.random.randn(9, 3)
a1 = X
z2 = addones(a1) @ Theta1
a2 = sigmoid(z2)
print('size(a2) =', a2.shape)
z3 = addones(a2) @ Theta2
a3 = sigmoid(z3)
print('size(a3) =', a3.shape)
z4 = addones(a3) @ Theta3
print('size(a4) =', z4.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
P = A.conj().T @ B
print('size(P) =', P.shape)

A = np.matrix('1 2; 3 4')
B = np.matrix('5 6; 7 8')
C = np.zeros((2, 2))
for r in range(1, 3):
    for c in range(1, 3):
        s = 0
        for k in range(1, 3):
            s = s + A[r-1, k-1] * B[k-1, c-1]
        C[r-1, c-1] = s
disp = print
disp(C)
disp('isequal:', int(np.array_equal(C, A * B)))
