"""I know this from Excel: SUMPRODUCT and MMULT."""
import numpy as np

def SUMPRODUCT(r1, r2):
    total = 0
    for c1, c2 in zip(r1, r2):
        total = total + c1 * c2
    return total

sheet = {"A1": 1, "B1": 2, "A2": 3, "B2": 4,
         "D1": 5, "E1": 6, "D2": 7, "E2": 8}

for row in "12":
    for col in "DE":
        left = [sheet["A" + row], sheet["B" + row]]
        right = [sheet[col + "1"], sheet[col + "2"]]
        target = {"D": "G", "E": "H"}[col] + row
        sheet[target] = SUMPRODUCT(left, right)
for cell in ("G1", "H1", "G2", "H2"):
    print(cell, "=", sheet[cell])
MMULT = np.array([[sheet["A1"], sheet["B1"]], [sheet["A2"], sheet["B2"]]]) @ np.array([[sheet["D1"], sheet["E1"]], [sheet["D2"], sheet["E2"]]])
mine = np.array([[sheet["G1"], sheet["H1"]], [sheet["G2"], sheet["H2"]]])
print("TRUE" if (mine == MMULT).all() else "FALSE")

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("ROWS / COLUMNS")
H1 = X @ W1
print(H1.shape[0], "/", H1.shape[1])
H2 = H1 @ W2
print(H2.shape[0], "/", H2.shape[1])
H3 = H2 @ W3
print(H3.shape[0], "/", H3.shape[1])
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("TRANSPOSE and MMULT:", (A.T @ B).shape[0], "/", (A.T @ B).shape[1])
