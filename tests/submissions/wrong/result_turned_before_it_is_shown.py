import numpy as np


def matmul(P, Q):
    C = []
    for row in P:
        new = []
        for j in range(len(Q[0])):
            total = 0.0
            for k in range(len(Q)):
                total += row[k] * Q[k][j]
            new.append(total)
        C.append(new)
    return C


def shape(M):
    return (len(M), len(M[0]))


def transpose(M):
    return [list(col) for col in zip(*M)]


# 1
np.random.seed(42)
X = np.random.randn(100, 8).tolist()
W1 = np.random.randn(8, 16).tolist()
W2 = np.random.randn(16, 8).tolist()
W3 = np.random.randn(8, 3).tolist()
step1 = matmul(X, W1)
print("step 1", shape(step1))
step2 = matmul(step1, W2)
print("step 2", shape(step2))
step3 = matmul(step2, W3)
print("step 3", shape(step3))

# 2
A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
C = matmul(transpose(A), B)
print("A^T B", shape(C))

# 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
mine = transpose(matmul(A, B))
numpy_says = (np.array(A) @ np.array(B)).tolist()
ok = True
for i in range(2):
    for j in range(2):
        if mine[i][j] != numpy_says[i][j]:
            ok = False
print("mine :", mine)
print("numpy:", numpy_says)
print("all equal" if ok else "NOT equal")
