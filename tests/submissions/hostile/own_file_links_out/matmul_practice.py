# attack: symbolic and hard links out of its folder, its own source replaced by one | must: denied; nothing outside is read or written
import numpy as np

import os
for name, target in (("root", "/"), ("host", "/etc/hostname"), ("out", "/tmp/sbx_own_link"), ("matmul_practice.py.new", "/etc/hostname"), ("loop", "loop")):
    try: os.symlink(target, name)
    except OSError as error: print(error.errno)
os.replace("matmul_practice.py.new", "matmul_practice.py")
for name in ("host", "root/etc/hostname", "matmul_practice.py"):
    try: print("read", open(name).read(1))
    except OSError as error: print(error.errno)
try: open("out", "w").write("x")
except OSError as error: print(error.errno)
try: os.link("/etc/hostname", "hard"); print("linked")
except OSError as error: print(error.errno)
