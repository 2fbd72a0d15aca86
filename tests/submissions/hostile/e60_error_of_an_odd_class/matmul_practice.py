# attack: an exception whose class, traceback and arguments lie | must: error-reported
class M(type):
    def __getattribute__(c, n):
        if n in ("__name__", "__qualname__", "__module__"): return 12345
        return type.__getattribute__(c, n)
    def __instancecheck__(c, o): return True
    def __subclasscheck__(c, o): return True
class E(Exception, metaclass=M):
    @property
    def __class__(s): return SystemExit
    @property
    def __traceback__(s): raise KeyboardInterrupt
    args = property(lambda s: 1 / 0)
raise E("x")
