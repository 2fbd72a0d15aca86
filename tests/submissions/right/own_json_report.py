import json
import numpy as np

class NumpyEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, np.integer):
            return int(o)
        if isinstance(o, np.bool_):
            return bool(o)
        if isinstance(o, np.ndarray):
            return {"shape": o.shape, "mean": round(float(o.mean()), 4)}
        return super().default(o)

report = {"network": {}, "transpose": {}, "by_hand": {}}

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
report["network"]["hidden1"] = X @ W1
report["network"]["hidden2"] = report["network"]["hidden1"] @ W2
report["network"]["output"] = report["network"]["hidden2"] @ W3

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
report["transpose"].update(A=A, B=B, AT_B=A.T @ B)

A = np.array(json.loads("[[1, 2], [3, 4]]"))
B = np.array(json.loads("[[5, 6], [7, 8]]"))
table = {}
for i in range(2):
    table[f"row{i}"] = {}
    for j in range(2):
        table[f"row{i}"][f"col{j}"] = 0
        for k in range(2):
            table[f"row{i}"][f"col{j}"] += A[i, k] * B[k, j]
report["by_hand"]["result"] = table
expected = A @ B
report["by_hand"]["matches"] = [[table[f"row{i}"][f"col{j}"] == expected[i, j] for j in range(2)] for i in range(2)]

print(json.dumps(report, cls=NumpyEncoder, indent=2))
