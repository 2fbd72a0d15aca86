# attack: more bytes and more files than its folder may hold | must: denied or limited; nothing left
import numpy as np

import os
made = 0
try:
    for number in range(5000): os.close(os.open(f"f{number}", os.O_CREAT)); made += 1
except OSError as error: print("files", error.errno, made < 2000)
try:
    for number in range(20): open(f"f{number}", "wb").write(bytes(3_000_000))
except OSError as error: print("bytes", error.errno)
