# attack: forges an array that claims to have rows of different lengths, and has no rows | must: be judged without an error of a check
import numpy as np

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

import os, hashlib, struct, msgspec


def ev(*a):
    b = msgspec.msgpack.encode(a)
    os.write(3, struct.pack("<I", len(b)) + b)


v = np.arange(6.0).tobytes()
h = hashlib.blake2b(v, digest_size=16, person=b"f8(6,)").digest()
ev("site", 10**7, "bind", 1, 0, 1, 1, "", [])
ev("array", h, "f8", [6], v)
ev("seen", 10**7, "ragged", h)
print(A * B)
