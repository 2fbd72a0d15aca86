# attack: frames of the real format: places, arrays, arithmetic of a product that was never made, the end; then leaves | must: no-credit for part 3: the other numbers are not in it
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

site(900000); site(900001, 2, "A[i, k] * B[k, j]", "operator", ()); site(900002, 3, "np.allclose(R, A @ B)", "call", ())
a, b, r = whole((1, 2), (3, 4)), whole((5, 6), (7, 8)), whole((19, 22), (43, 50))
for name in (a, b): send("seen", 900000, "bind", name)
for left, right in ((1, 5), (2, 7), (1, 6), (2, 8), (3, 5), (4, 7), (3, 6), (4, 8)):
    send("arithmetic", 900001, "multiply", left, right, left * right)
for left, right in ((5, 14), (6, 16), (15, 28), (18, 32)): send("arithmetic", 900001, "add", left, right, left + right)
send("seen", 900000, "changed", r)
send("operation", 900002, "@", (a, b), r, False)
send("compared", 900002, r, r, True)
send("printed", 3, 1, "True\n")
send("ended", "finished", 0)
os._exit(0)
