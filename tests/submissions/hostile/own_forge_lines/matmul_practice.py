# attack: places at lines that do not exist, exceptions and prints there | must: graded or not trusted; no error of the grader's
import hashlib, os, struct
def pack(o):
    if o is None: return b"\xc0"
    if o is True: return b"\xc3"
    if o is False: return b"\xc2"
    if isinstance(o, int): return struct.pack(">Bq", 0xD3, o) if o < 2**63 else struct.pack(">BQ", 0xCF, o)
    if isinstance(o, float): return struct.pack(">Bd", 0xCB, o)
    if isinstance(o, str): return struct.pack(">BI", 0xDB, len(o.encode())) + o.encode()
    if isinstance(o, bytes): return struct.pack(">BI", 0xC6, len(o)) + o
    return struct.pack(">BI", 0xDD, len(o)) + b"".join(map(pack, o))
def frame(*event): return len(pack(event)).to_bytes(4, "little") + pack(event)
def send(*event): os.write(3, frame(*event))
def site(number, line=1, text="R = A @ B", kind="bind", names=("R",)): send("site", number, kind, line, 0, line, 9, text, names)
def name_of(kind, shape, data): return hashlib.blake2b(data, digest_size=16, person=f"{kind}{shape}".encode()[:16]).digest()
def array(kind, shape, data):
    name = name_of(kind, shape, data)
    send("array", name, kind, shape, data)
    return name
def whole(*rows): return array("i8", (len(rows), len(rows[0])), b"".join(struct.pack("<q", n) for row in rows for n in row))
def real(*rows): return array("f8", (len(rows), len(rows[0])), b"".join(struct.pack("<d", n) for row in rows for n in row))
import numpy as np

for number, line in enumerate((0, -1, -(2**63), 2**63 - 1, 10**6)):
    site(900000 + number, line)
    send("scalar", 900000 + number, 19)
    send("seen", 900000 + number, "bind", whole((19 + number, 22), (43, 50)))
    send("raised", line, "ValueError", "forged", "skipped", "", line, "")
    send("printed", line, 1, "matches: True\n")
    send("called", line, "matmul")
    send("defined", line, "matmul", True)
    send("looked_around", line, "")
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
send("raised", 2**63 - 1, "KeyError", "forged", "uncaught", "", 0, "")
