# attack: programs by exec, posix_spawn, popen, fexecve, a shebang of its own | must: denied
import numpy as np

import os, subprocess, sys
open("tool", "w").write("#!/bin/sh\ntouch /tmp/sbx_own_program\n")
tries = (lambda: os.execv("./tool", ["tool"]), lambda: os.posix_spawn("/bin/sh", ["sh", "-c", "touch /tmp/sbx_own_program"], {}), lambda: os.popen("touch /tmp/sbx_own_program").read(),
         lambda: subprocess.run([sys.executable, "-c", "open('/tmp/sbx_own_program', 'w')"]), lambda: os.execve(os.open("/bin/sh", os.O_RDONLY), ["sh"], {}))
for each in tries:
    try: each(); print("ran")
    except OSError as error: print(error.errno)
