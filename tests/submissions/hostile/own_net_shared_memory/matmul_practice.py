# attack: shared memory, semaphores and queues that would outlive it | must: denied
import numpy as np

import ctypes
call = ctypes.CDLL(None, use_errno=True).syscall
for number, arguments in ((29, (0x5B0E, 4096, 0o1600)), (64, (0x5B0E, 1, 0o1600)), (68, (0x5B0E, 0o1600)), (319, (0, 0)), (248, (0, 0, 0, 0, 0)), (250, (0, -3, 0))):
    print(number, call(number, *map(ctypes.c_long, arguments)))
try:
    from multiprocessing import shared_memory
    shared_memory.SharedMemory("sbx_own", create=True, size=4096); print("made")
except OSError as error: print(error.errno)
