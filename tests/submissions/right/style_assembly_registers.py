import numpy as np

# 3) first, a toy machine -------------------------------------------------
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

memory = [0] * 12
base_a, base_b, base_c = 0, 4, 8
addr = 0
for row in A:
    for v in row:
        memory[addr] = v
        addr += 1
for row in B:
    for v in row:
        memory[addr] = v
        addr += 1

reg = {"eax": 0, "ebx": 0, "ecx": 0, "i": 0, "j": 0, "k": 0}
pc = "loop_i"
while pc != "halt":
    if pc == "loop_i":
        pc = "halt" if reg["i"] == 2 else "loop_j"
        reg["j"] = 0
    elif pc == "loop_j":
        if reg["j"] == 2:
            reg["i"] += 1
            pc = "loop_i"
        else:
            reg["eax"] = 0
            reg["k"] = 0
            pc = "loop_k"
    elif pc == "loop_k":
        if reg["k"] == 2:
            memory[base_c + 2 * reg["i"] + reg["j"]] = reg["eax"]      # store
            reg["j"] += 1
            pc = "loop_j"
        else:
            reg["ebx"] = memory[base_a + 2 * reg["i"] + reg["k"]]      # load
            reg["ecx"] = memory[base_b + 2 * reg["k"] + reg["j"]]      # load
            reg["ebx"] *= reg["ecx"]                                   # imul
            reg["eax"] += reg["ebx"]                                   # add
            reg["k"] += 1                                              # inc
print("memory:", memory)
c = memory[base_c:]
print("C =", [c[:2], c[2:]])
print("numpy says", "yes" if [c[:2], c[2:]] == (np.array(A) @ np.array(B)).tolist() else "no")

# 1) ----------------------------------------------------------------------
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
r0 = X
r1 = r0 @ W1
r2 = r1 @ W2
r3 = r2 @ W3
for n, r in enumerate((r0, r1, r2, r3)):
    print("r%d:" % n, r.shape)

# 2) ----------------------------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
r0 = A.T @ B
print("r0:", r0.shape)
