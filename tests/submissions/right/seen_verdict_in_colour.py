# --- 1: arabic_digits_free
import numpy as np
np.random.seed(42)
س = np.random.randn(100, 8)
و = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
ح = س
for رقم, وزن in enumerate(و):
    ح = ح @ وزن
    print("الطبقة", رقم + 1, "الشكل", ح.shape)

# --- 2: matrix_class
A = np.matrix(np.random.randn(5, 3))
B = np.matrix(np.random.randn(5, 4))
C = A.T * B
print("C: %dx%d" % C.shape)

# --- 3: ansi_colors
G, R, E = "\033[92m", "\033[91m", "\033[0m"
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
        ok = C[i][j] == (np.array(A) @ np.array(B))[i, j]
        print(f"{G if ok else R}{C[i][j]:>4}{E}", end="\n" if j else "")
