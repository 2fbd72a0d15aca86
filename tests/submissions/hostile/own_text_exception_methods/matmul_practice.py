# attack: an exception whose __str__, __repr__, __class__, args, __traceback__ and __cause__ attack who looks at them | must: error-reported with the class name at least
import numpy as np

class Trap(Exception):
    def __str__(self): return self.__str__()
    def __repr__(self): raise KeyboardInterrupt
    __class__ = property(lambda self: 1 / 0); args = property(lambda self: iter(int, 1))
    __notes__ = property(lambda self: ["\x1b[2J"] * 1000); __cause__ = property(lambda self: self)
    def __eq__(self, other): raise SystemExit
    def __hash__(self): raise MemoryError
    def __del__(self): raise SystemExit
raise Trap
