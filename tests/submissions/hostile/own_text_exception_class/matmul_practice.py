# attack: an exception class with markup for a name, a module that lies, a metaclass whose name raises | must: error-reported, shown-escaped
import numpy as np

class Meta(type):
    def __getattribute__(self, name):
        if name in ("__name__", "__qualname__", "__module__"): raise SystemExit("no name")
        return type.__getattribute__(self, name)
try: raise Meta("Nameless", (Exception,), {})("x")
except Exception: pass
raise type("<script>alert(1)</script>\x1b[31m\n::error::", (Exception,), {"__module__": "\u202e</pre>"})("{{7*7}}")
