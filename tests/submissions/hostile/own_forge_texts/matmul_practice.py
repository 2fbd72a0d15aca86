# attack: text in every field that has one: markup, escapes, commands, formulas | must: shown-escaped in every report
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

evil = "<script>alert(1)</script>\x1b[31m\u202e::error::pwned ##[error]x =cmd|' /C calc'!A0 {{7*7}} ]]> &amp; \x00\x07\x9b2J"
site(900000, 1, evil, evil, (evil, evil))
send("scalar", 900000, 19)
send("seen", 900000, evil, whole((1, 2), (3, 4)))
send("operation", 900000, evil, (1, 2), 3, False)
send("failed", 900000, "@", ((2, 3), (4, 5)), evil, ())
send("seeded", 900000, evil, 7)
for stream in (1, 2, 7, -1): send("printed", 1, stream, evil + "\n::error::pwned\n")
send("called", 1, evil); send("defined", 1, evil, False); send("looked_around", 1, evil); send("limit", evil)
send("raised", 1, evil, evil, "uncaught", evil, 0, evil)
send("ended", evil, 0)
os._exit(0)
