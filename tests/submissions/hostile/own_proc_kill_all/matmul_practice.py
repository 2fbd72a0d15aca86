# attack: SIGKILL and SIGSTOP to every process that it may signal | must: denied; grader and launcher survive
import numpy as np

import os, signal
for target in (-1, 0, 1, os.getppid(), *range(2, 150)):
    if target == os.getpid(): continue
    for number in (signal.SIGSTOP, signal.SIGKILL):
        try: os.kill(target, number)
        except OSError: continue
        print("signalled", target)
