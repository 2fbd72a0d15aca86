# attack: prints escapes, bidi, workflow commands, markup, formulas, C1 controls, and bytes that are no text | must: shown-escaped
import numpy as np

import sys
for line in ("\x1b[2J\x1b]8;;http://127.0.0.1/\x07x", "::error::pwned", "  ::set-output name=x::y", "##vso[task.complete]", "<script>alert(1)</script>",
             "</pre></body>", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "\u202e\u2066gnp", "\x9b31m\x85", "{{7*7}}{% raw %}", "]]>&lt;", "\u2028\u2029", "a\rb\x08c"):
    print(line)
sys.stdout.buffer.write(b"\xff\xfe\xed\xa0\x80\xc3(\n"); sys.stderr.write("\ud800\x1b[31m\n")
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
