# attack: a line number that is no number, then the end by a signal | must: killed; no line is pointed to
import os
os.write(2, b'File "matmul_practice.py", line ' + b"9" * 5000 + b' in f\n')
os.kill(os.getpid(), 9)
