# attack: a line that it does not have, on the errors' descriptor, then no end | must: timed out; no such line is pointed to
import os
os.write(2, b'File "matmul_practice.py", line 99999 in f\n')
while True: pass
