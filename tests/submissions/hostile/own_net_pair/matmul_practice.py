# attack: a pair of sockets: a message to an abstract name, descriptors sent through it | must: denied
import numpy as np

import array, socket
one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
for each in (lambda: one.sendto(b"x", "\0sbx_own"), lambda: one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [3]))]), lambda: one.connect("\0sbx_own"), lambda: one.bind("\0sbx_own")):
    try: each(); print("sent")
    except OSError as error: print(error.errno)
