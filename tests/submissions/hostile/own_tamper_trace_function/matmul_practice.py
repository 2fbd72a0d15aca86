# attack: a trace function rewrites the loop's variables while it runs | must: no-credit for part 3
import numpy as np

import ctypes, sys
def spy(frame, event, argument):
    if "R" in frame.f_locals:
        frame.f_locals["R"] = np.array([[19, 22], [43, 50]])
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
    return spy
sys.settrace(spy); sys.setprofile(lambda *arguments: None)
def work():
    R = None
    for step in range(3): step += 1
    print(R)
    return R
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
R = work()
print(np.array_equal(R, [[19, 22], [43, 50]]))
