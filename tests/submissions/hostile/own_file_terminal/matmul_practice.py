# attack: opens the terminal, the console and raw devices | must: denied
import numpy as np

import os
for place in ("/dev/tty", "/dev/console", "/dev/pts/0", "/dev/mem", "/dev/kmsg", "/dev/fd/0", "/dev/stdin", "/dev/full", "/dev/fuse"):
    try: os.open(place, os.O_RDWR); print("opened", place)
    except OSError as error: print(error.errno)
