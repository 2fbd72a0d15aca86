# attack: an alternate signal stack at a bad address, then a stack overflow | must: crash-reported
import numpy as np

import ctypes, faulthandler, sys
libc = ctypes.CDLL(None)
faulthandler.disable()
libc.sigaltstack((ctypes.c_uint64 * 3)(4096, 0, 65536), None)
sys.setrecursionlimit(10**8)
def down(): return down.__call__()
down()
