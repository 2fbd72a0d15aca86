import numpy as np

# --- three layers ---
def forward(x, ws):
    print("Eingabe:", x.shape)
    for w in ws:
        x = np.maximum(x @ w, 0)
        print("->", x.shape)
    return x

np.random.seed(42)
daten = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
ergebnis = forward(daten, gewichte)

# --- transpose ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.inner(A.T, B)
print(C.shape)

# --- by hand ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
