# attack: TCP, UDP, IPv6, raw, name look-up, urllib: everything to this machine itself | must: denied
import numpy as np

import socket, urllib.request
tries = (lambda: socket.create_connection(("127.0.0.1", 9)), lambda: socket.create_connection(("::1", 9)), lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1), lambda: socket.create_server(("127.0.0.1", 0)),
         lambda: urllib.request.urlopen("http://127.0.0.1:9/", timeout=1), lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b"x", ("::1", 9)))
for each in tries:
    try: each(); print("reached")
    except OSError as error: print(type(error).__name__)
