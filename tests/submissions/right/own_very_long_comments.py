# =============================================================================
# NOTES TO MYSELF
# -----------------------------------------------------------------------------
# (m, n) @ (n, p) -> (m, p). The n must be the same!
#
# X @ W1 : (100, 8) @ (8, 16)  -> (100, 16)
# . @ W2 : (100, 16) @ (16, 8) -> (100, 8)
# . @ W3 : (100, 8) @ (8, 3)   -> (100, 3)
#
# wrong ideas I had:
#   W1 = np.random.randn(16, 8)      because "16 neurons with 8 inputs" -> ValueError
#   A.reshape(3, 5)                  runs!! but the numbers are mixed up
#   C = [[0] * 2] * 2                both rows are the SAME list
#
# 1*5 + 2*7 = 19
# 1*6 + 2*8 = 22
# 3*5 + 4*7 = 43
# 3*6 + 4*8 = 50
# =============================================================================
import numpy as np
np.random.seed(42)           # X first! otherwise other numbers
X = np.random.randn(100, 8)
"""
The weights. I could use one list but I want to see
the shapes in the code:
    W1 = np.random.randn(16, 8)   # NO
"""
W1 = np.random.randn(8, 16)  # 8 in, 16 out
W2 = np.random.randn(16, 8)  # 16 in, 8 out
W3 = np.random.randn(8, 3)   # 8 in, 3 out
'''
print((100, 16))   <- this would be cheating, so I ask the array
'''
temp = X @ W1
print("(100, 8) @ (8, 16)  ->", temp.shape)
temp = temp @ W2
print("(100, 16) @ (16, 8) ->", temp.shape)
temp = temp @ W3
print("(100, 8) @ (8, 3)   ->", temp.shape)

# -----------------------------------------------------------------------------
# 2
# -----------------------------------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# result = A @ B              # 3 != 5
# result = A.reshape(3, 5) @ B  # NO NO NO
result = A.T @ B
print("(3, 5) @ (5, 4)     ->", result.shape)

# -----------------------------------------------------------------------------
# 3
# -----------------------------------------------------------------------------
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]   # not [[0] * 2] * 2 !
for i in range(2):          # row of A
    for j in range(2):      # column of B
        # C[i][j] = A[i] @ B[:, j] would be numpy again
        for k in range(2):  # position
            C[i][j] += int(A[i][k]) * int(B[k][j])
print(C)
print("[[19, 22], [43, 50]] on my paper")
print("numpy says", (A @ B).tolist(), "and that is", (A @ B).tolist() == C)
