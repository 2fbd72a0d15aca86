# attack: a bomb: ten GB out of ten MB, unpacked at once | must: memory-limit
import numpy as np
import zlib
small = zlib.compress(bytes(10**7))
big = zlib.compress(small * 1000)
whole = zlib.decompress(zlib.decompress(big) * 1)
print(len(whole) * "x" * 10**9)
