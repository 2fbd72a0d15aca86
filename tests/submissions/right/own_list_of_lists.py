# I wanted to do ALL of it without numpy (numpy just for random and at the end to check)
import numpy as np

def mult(M, N):
    if len(M[0]) != len(N):
        raise ValueError("inner dimensions %d and %d" % (len(M[0]), len(N)))
    R = []
    for i in range(len(M)):
        row = []
        for j in range(len(N[0])):
            s = 0
            for k in range(len(N)):
                s += M[i][k] * N[k][j]
            row.append(s)
        R.append(row)
    return R

def size(M):
    return str(len(M)) + " x " + str(len(M[0]))

def rand(n, m):
    return np.random.randn(n, m).tolist()

np.random.seed(42)
X = rand(100, 8)
W1 = rand(8, 16)
W2 = rand(16, 8)
W3 = rand(8, 3)

layer1 = mult(X, W1)
print("layer1 is", size(layer1))
layer2 = mult(layer1, W2)
print("layer2 is", size(layer2))
layer3 = mult(layer2, W3)
print("layer3 is", size(layer3))

A = rand(5, 3)
B = rand(5, 4)
try:
    mult(A, B)
except ValueError as e:
    print("does not work:", e)
At = []
for col in range(3):
    At.append([])
    for row in range(5):
        At[col].append(A[row][col])
C = mult(At, B)
print("At B is", size(C))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = mult(A, B)
print("result", C)
N = (np.array(A) @ np.array(B)).tolist()
print("numpy ", N)
if C == N:
    print("it is the same :-)")
else:
    print("it is NOT the same :-(")
