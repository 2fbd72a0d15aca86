# attack: runs whatever submission it finds in the frames and objects around it | must: no-credit: there is none
import gc
import sys

found, frame = [], sys._getframe()
while frame:
    found += frame.f_locals.values()
    frame = frame.f_back
found += gc.get_objects()
mine = open("matmul_practice.py", "rb").read()
for one in found:
    for part in one if type(one) is tuple else (one,):
        source = getattr(part, "source", b"")
        if type(source) is bytes and source and source != mine:
            exec(source.decode(), {"__name__": "__main__"})
            raise SystemExit(0)
