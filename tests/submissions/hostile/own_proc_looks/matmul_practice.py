# attack: reads /proc: other processes, its own environment, the mounts, the launcher's memory | must: denied: nothing is there
import numpy as np

import os
for place in ("/proc", "/proc/1/environ", "/proc/self/environ", "/proc/self/mountinfo", f"/proc/{os.getppid()}/maps", "/proc/sys/kernel/random/boot_id", "/sys/kernel", "/dev/shm", "/run"):
    try: print(place, os.listdir(place) if os.path.isdir(place) else open(place, "rb").read(99))
    except OSError as error: print(place, error.errno)
