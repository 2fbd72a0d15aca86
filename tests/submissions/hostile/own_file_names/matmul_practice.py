# attack: files with names of newlines, escapes, markup, bytes that are no text; folders a thousand deep, closed to all | must: graded-normally; nothing of it stays
import numpy as np

import os
for name in (b"new\nline", b"\x1b[2J", b"<img src=x>", b"\xff\xfe", b"-rf", b"x" * 255, b"::error::", b" ", b"..."):
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
for depth in range(1000):
    os.mkdir("d" * 50); os.chdir("d" * 50)
try: os.chmod(".", 0)
except OSError as error: print(error.errno)
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = X @ W1; print(h1.shape)
h2 = h1 @ W2; print(h2.shape)
out = h2 @ W3; print(out.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B; print(C.shape)
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
print(R); print(np.allclose(R, A @ B))
