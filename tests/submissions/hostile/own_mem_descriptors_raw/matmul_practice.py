# attack: floods its output and errors past Python, and the trace with rubbish | must: output-limited, not trusted; grader memory bounded
import numpy as np

import os
rubbish = bytes(1 << 20)
for descriptor in (1, 2, 3):
    for _ in range(20): os.write(descriptor, rubbish)
