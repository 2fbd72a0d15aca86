# attack: clone, clone3, fork and vfork by number, past the C library | must: denied
import numpy as np

import ctypes, os
call = ctypes.CDLL(None, use_errno=True).syscall
for number, arguments in ((56, (17, 0, 0, 0, 0)), (56, (0x10000011, 0, 0, 0, 0)), (57, ()), (435, (0, 0))):
    made = call(number, *map(ctypes.c_long, arguments))
    if made == 0: os._exit(0)
    print("process" if made > 0 else "refused", ctypes.get_errno())
