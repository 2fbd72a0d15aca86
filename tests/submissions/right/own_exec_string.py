import numpy as np
import textwrap

# I made a small "calculator": every part is a text, exec runs it.
# (the idea: later I read them out of a file)

PARTS = {
    "network": """
        np.random.seed(42)
        X = np.random.randn(100, 8)
        for i, (n, m) in enumerate([(8, 16), (16, 8), (8, 3)], 1):
            exec(f"W{i} = np.random.randn({n}, {m})")
        H1 = X @ W1
        H2 = H1 @ W2
        Y = H2 @ W3
    """,
    "transpose": """
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        C = A.T @ B
    """,
    "hand": """
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        C = [[0] * 2 for _ in range(2)]
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    C[i][j] += A[i][k] * B[k][j]
        N = np.array(A) @ np.array(B)
    """,
}
SHOW = {
    "network": ["H1.shape", "H2.shape", "Y.shape"],
    "transpose": ["A.shape", "B.shape", "C.shape"],
    "hand": ["C", "N.tolist()", "C == N.tolist()"],
}

for name, code in PARTS.items():
    memory = {"np": np}
    exec(textwrap.dedent(code), memory)
    print("#", name)
    for question in SHOW[name]:
        answer = eval(question, memory)
        print(f"    {question:<16} = {answer}")
