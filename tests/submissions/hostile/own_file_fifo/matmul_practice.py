# attack: pipes, sockets and devices in its folder, left for whoever takes it away | must: denied; the folder goes
import numpy as np

import os, stat
for kind, device in ((stat.S_IFIFO, 0), (stat.S_IFSOCK, 0), (stat.S_IFCHR, os.makedev(1, 5)), (stat.S_IFBLK, os.makedev(8, 0))):
    try: os.mknod(f"node{kind}", kind | 0o666, device); print("made", kind)
    except OSError as error: print(error.errno)
