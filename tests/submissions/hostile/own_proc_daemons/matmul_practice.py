# attack: daemons by double fork that ignore SIGTERM, stop themselves, and write later | must: denied or all killed; /tmp/sbx_own_daemon must not appear
import numpy as np

import os, signal, time
for stops in (False, True):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT): signal.signal(number, signal.SIG_IGN)
            if stops: os.kill(os.getpid(), signal.SIGSTOP)
            time.sleep(5); open("/tmp/sbx_own_daemon", "w").close()
        os._exit(0)
