# attack: handles its own segmentation fault, for ever | must: timeout by SIGKILL
import numpy as np
import ctypes, signal
signal.signal(signal.SIGSEGV, lambda number, frame: None)
ctypes.string_at(0)
