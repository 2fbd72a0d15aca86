import numpy as np
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ar = lambda v: str(v).translate(ARABIC)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = X @ W1; print("الطبقة الأولى:", ar(h1.shape))
h2 = h1 @ W2; print("الطبقة الثانية:", ar(h2.shape))
y = h2 @ W3; print("الخرج:", ar(y.shape))
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B; print("الشكل:", ar(C.shape))
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
for i in range(2):
    for j in range(2):
        مجموع = 0
        for k in range(2):
            مجموع += A[i][k] * B[k][j]
        print(ar(مجموع), ar(np.dot(A, B)[i, j]), end=" | ")
print()
