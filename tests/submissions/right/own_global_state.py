import numpy as np

# old BASIC programmer here, excuse the globals
x = None
w = None
layer = 0
A = B = None
i = j = k = 0
c = [0, 0, 0, 0]
bad = 0

def init():
    global x, w
    np.random.seed(42)
    x = np.random.randn(100, 8)
    w = [np.random.randn(8, 16),
         np.random.randn(16, 8),
         np.random.randn(8, 3)]

def step():
    global x, layer
    x = x @ w[layer]
    layer += 1

def show():
    print("LAYER", layer, "ROWS", x.shape[0], "COLS", x.shape[1])

def part2():
    global A, B, x
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    x = A.T @ B
    print("ATB", "ROWS", x.shape[0], "COLS", x.shape[1])

def letters():
    global A, B
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]

def cell():
    global k
    k = 0
    c[2 * i + j] = 0
    while k < 2:
        add()
        k += 1

def add():
    c[2 * i + j] = c[2 * i + j] + A[i][k] * B[k][j]

def compare():
    global bad
    right = (np.array(A) @ np.array(B))[i][j]
    print("C(%d,%d) = %d  NUMPY %d" % (i + 1, j + 1, c[2 * i + j], right))
    if c[2 * i + j] != right:
        bad += 1

init()
while layer < 3:
    step()
    show()
part2()
letters()
for i in range(2):
    for j in range(2):
        cell()
        compare()
print("ERRORS:", bad)
