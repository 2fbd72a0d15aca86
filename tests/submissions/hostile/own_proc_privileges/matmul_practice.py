# attack: setuid, capabilities, new namespaces, tracing, its own limits | must: denied
import numpy as np

import ctypes, os, resource
call = ctypes.CDLL(None, use_errno=True).syscall
tries = {"setuid": lambda: os.setuid(0), "setresuid": lambda: os.setresuid(0, 0, 0), "setgroups": lambda: os.setgroups([0]), "chroot": lambda: os.chroot("."), "nice": lambda: os.nice(-5),
         "limit": lambda: resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2), "files": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096)), "setpgid": lambda: os.setpgid(0, 0)}
for name, each in tries.items():
    try: each(); print("may", name)
    except (OSError, ValueError): pass
for number in (272, 165, 101, 317, 444, 157, 126, 321, 310, 311, 298, 246, 175, 153):
    print(number, call(number, *map(ctypes.c_long, (0, 0, 0, 0, 0))) if number != 157 else call(157, *map(ctypes.c_long, (4, 1, 0, 0, 0))))
