import io
from contextlib import redirect_stdout, ExitStack
import numpy as np

buffer = io.StringIO()

with ExitStack() as stack:
    stack.enter_context(redirect_stdout(buffer))
    stack.callback(print, "-- end --")

    print("-- network --")
    np.random.seed(42)
    x = np.random.randn(100, 8)
    for (n, m) in zip([8, 16, 8], [16, 8, 3]):
        w = np.random.standard_normal((n, m))
        x = x @ w
        print(x.shape)

    print("-- transposed --")
    a, b = (np.random.randn(5, c) for c in (3, 4))
    print(np.einsum("ni,nj->ij", a, b).shape)

    print("-- hand --")
    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    for i in range(2):
        for j in range(2):
            s = 0
            for k in range(2):
                s += a[i][k] * b[k][j]
            print(s, end=" \n"[j])
    print("-- numpy --")
    for row in np.array(a) @ b:
        print(*row)

text = buffer.getvalue()
print(text, end="")

# the two blocks of text must be the same
hand = text.split("-- hand --")[1].split("-- numpy --")[0].split()
nump = text.split("-- numpy --")[1].split("-- end --")[0].split()
print("hand == numpy:", hand == nump)
