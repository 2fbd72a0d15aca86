import numpy as np

print('\n--- Aufgabe 3 ---')
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
            k = k + 1
        j = j + 1
    i = i + 1
N = np.dot(A, B)
same = True
for i in range(2):
    for j in range(2):
        if C[i][j] != N[i][j]:
            same = False
if same:
    print("Both results are the same:", C)
else:
    print("Results differ!")

print('\n--- Aufgabe 2 ---')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

print('\n--- Aufgabe 1 ---')
def forward(X, W1, W2, W3):
    h1 = X @ W1
    h2 = h1 @ W2
    out = h2 @ W3

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1, h2, out = forward(X, W1, W2, W3)
print("h1:", h1.shape, "h2:", h2.shape, "out:", out.shape)
