"""The rewritten code does what the original does, whatever Python has."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from grader.loading.submissions import from_bytes
from grader.recording.sandbox import Sandbox
from grader.submission import PYTHON_NAME
from tests.running import plain_behaviour, printed, recorded_behaviour, trace_of

PROGRAMS = {
    "zero-argument super": """
        class Base:
            def name(self): return "base"
        class Derived(Base):
            def name(self): return super().name() + __class__.__name__
        print(Derived().name())
        """,
    "locals of a function": """
        def f(a, *rest, b=2, **more):
            c = a + b
            return sorted(locals().items())
        print(f(1, 5, d=7))
        """,
    "names of the module": """
        import numpy as np
        x = np.eye(2) @ np.eye(2)
        print(sorted(name for name in globals() if name != "__builtins__"))
        print(sorted(dir()), sorted(vars()) == sorted(globals()))
        """,
    "names of a class": """
        class C:
            a = [1, 2]
            b = [n * 2 for n in a]
            def m(self): return self.b
        print([name for name in vars(C)], C().m(), C.__qualname__, C.__module__)
        """,
    "names of the builtins": """
        import builtins
        print(len(dir(builtins)), [name for name in dir(builtins) if "hook" in name.lower() or "record" in name])
        """,
    "what a code object shows": """
        def f(a):
            b = a + 1
            return b
        code = f.__code__
        print(code.co_varnames, code.co_names, code.co_freevars, code.co_argcount, code.co_name, code.co_filename)
        """,
    "annotations": """
        x: int = 3
        y: list[int]
        def f(a: int, b: "str" = "s") -> float: ...
        print(__annotations__, f.__annotations__, f.__defaults__, f.__doc__)
        """,
    "documentation": '''
        """Of the module."""
        def f():
            "of f"
            return f.__doc__
        class C:
            """of C"""
        print(__doc__, f(), C.__doc__)
        ''',
    "generators": """
        def count(n):
            got = None
            for i in range(n):
                got = yield (i, got)
            return "end"
        def outer():
            result = yield from count(2)
            print(result)
        g = outer()
        print(next(g), g.send("a"))
        try: g.send("b")
        except StopIteration as stop: print("stopped", stop.value)
        """,
    "generators that are thrown into and closed": """
        def f():
            try:
                while True:
                    try: yield 1
                    except KeyError as error: yield repr(error)
            finally: print("closed")
        g = f(); print(next(g), g.throw(KeyError("k"))); g.close()
        """,
    "async": """
        import asyncio
        class Context:
            async def __aenter__(self): return 5
            async def __aexit__(self, *error): print("left", error[0])
        async def numbers():
            for i in range(3):
                await asyncio.sleep(0)
                yield i
        async def main():
            async with Context() as five:
                print([n * five async for n in numbers()])
            async for n in numbers(): print(n)
            print(await asyncio.gather(asyncio.sleep(0, "a"), asyncio.sleep(0, "b")))
        asyncio.run(main())
        """,
    "match": """
        from dataclasses import dataclass
        @dataclass
        class Point:
            x: int
            y: int
        for value in (1, [1, 2, 3], {"k": 5, "l": 6}, Point(1, 2), "text", None):
            match value:
                case int(n) if n > 0: print("int", n)
                case [first, *rest]: print(first, rest)
                case {"k": k, **others}: print(k, others)
                case Point(x=x, y=2): print("point", x)
                case str() | None as other: print("other", other)
        """,
    "walrus": """
        if (n := len([1, 2, 3])) > 2: print(n)
        print([last := i for i in range(4)], last)
        while (n := n - 1): print(n)
        """,
    "decorators": """
        import functools
        def twice(times):
            def wrap(f):
                @functools.wraps(f)
                def g(*a, **k): return [f(*a, **k) for _ in range(times)]
                return g
            return wrap
        @twice(2)
        def f(x): "doc"; return x
        class C:
            @property
            def p(self): return 1
            @staticmethod
            def s(): return 2
            @classmethod
            def c(cls): return cls.__name__
            @functools.cached_property
            def k(self): return 3
        print(f(3), f.__name__, f.__doc__, C().p, C.s(), C.c(), C().k)
        """,
    "from numpy import *": """
        from numpy import *
        a = array([[1, 2], [3, 4]])
        print(dot(a, a), matmul(a, a), dot.__name__, sum(a), max(a), round(2.5))
        print(callable(dot), isinstance(matmul, ufunc))
        """,
    "the type of a function that came by the star": """
        from numpy import *
        print(type(dot), type(matmul))
        """,
    "exec and eval": """
        exec("p = 3; print(p)")
        names = {}
        exec("q = [1, 2]\\ndef f(): return q", names)
        print(p, names["q"], names["f"](), eval("p + r", {"p": 1}, {"r": 2}), eval(compile("p * 2", "text", "eval")))
        def g():
            local = 5
            return eval("local + 1")
        print(g())
        try: eval("1 +")
        except SyntaxError as error: print(error.msg, error.lineno, error.filename)
        exec(compile("print(__name__)", "other.py", "exec"))
        """,
    "global and nonlocal": """
        total = 0
        def add(n):
            global total, fresh
            total += n; fresh = total
        def counter():
            count = 0
            def step():
                nonlocal count
                count += 1
                return count
            return step
        add(2); add(3); s = counter(); s()
        print(total, fresh, s())
        """,
    "del": """
        import numpy as np
        a, b = np.eye(2), [1, 2, 3]
        del b[0], a
        print(b, "a" in globals())
        try: print(a)
        except NameError as error: print(error, error.name)
        """,
    "with": """
        from contextlib import contextmanager, suppress, ExitStack
        @contextmanager
        def section(name):
            print("in", name)
            try: yield name.upper()
            finally: print("out", name)
        with section("a") as one, section("b") as two: print(one, two)
        with suppress(ZeroDivisionError): print(1 / 0)
        with ExitStack() as stack: stack.enter_context(section("c"))
        """,
    "try": """
        def f(n):
            try:
                if n == 0: return "returned"
                if n == 1: raise ValueError("one")
                if n == 2: raise KeyError("two") from ValueError("cause")
                print("nothing")
            except ValueError as error:
                return f"caught {error}"
            except KeyError as error:
                print(type(error.__cause__), error.__context__)
                raise RuntimeError("again") from error
            else: return "else"
            finally: print("finally", n)
        for n in range(4):
            try: print(f(n))
            except RuntimeError as error: print(repr(error), repr(error.__cause__))
        """,
    "exception groups": """
        try: raise ExceptionGroup("many", [ValueError(1), TypeError(2)])
        except* ValueError as group: print(group.exceptions)
        except* TypeError as group: print("types", group.exceptions)
        """,
    "tracebacks": """
        import traceback, sys
        def f(): return 1 / 0
        try: f()
        except ZeroDivisionError as error:
            print(traceback.format_exc())
            print([frame.name for frame in traceback.extract_tb(error.__traceback__)], sys.exc_info()[0])
        """,
    "a failing product's traceback": """
        import numpy as np, traceback
        try: np.eye(2) @ np.eye(3)
        except ValueError as error: print(traceback.format_exc())
        try: np.dot(np.eye(2), np.eye(3))
        except ValueError as error: print(error, len(traceback.extract_tb(error.__traceback__)) >= 1)
        """,
    "a stack of frames": """
        import inspect, sys
        def f(): return [frame.function for frame in inspect.stack()]
        print(f()[:2], sys._getframe().f_code.co_name)
        """,
    "comprehensions": """
        a = [[i * j for j in range(3) if j] for i in range(3)]
        print(a, {k: v for k, v in enumerate("ab")}, {n % 2 for n in range(5)}, sum(n for n in range(4)), *(a[1]))
        """,
    "star arguments and slices": """
        import numpy as np
        def f(*a, **k): return a, k
        x = np.arange(12).reshape(3, 4)
        print(f(*[1, 2], 3, **{"k": 4}, l=5), x[..., 1:3], x[1:, ::2].shape, x[x > 5], x[[0, 2]][:, None].shape)
        """,
    "operators of a class": """
        class V:
            def __init__(self, n): self.n = n
            def __matmul__(self, other): return f"{self.n}@{getattr(other, 'n', other)}"
            def __rmatmul__(self, other): return f"{other}@r{self.n}"
            def __imatmul__(self, other): self.n += 10; return self
            def __mul__(self, other): return NotImplemented
            def __rmul__(self, other): return "rmul"
            def __add__(self, other): return "add"
            def __eq__(self, other): return "neither"
            def __lt__(self, other): return "lt"
        v = V(1)
        print(v @ V(2), v @ 3, 4 @ v, 2 * v, v + 1, v == v, v < v, v != 3)
        v @= 2
        print(v.n)
        try: v * 2
        except TypeError as error: print(error)
        """,
    "assignments of every kind": """
        import numpy as np
        a = b = [0] * 3
        a[0], *rest = 1, 2, 3
        (c, [d, e]) = 1, (2, 3)
        x = np.zeros((2, 2)); x[0, :] = 5; x[1][1] += 2; x.shape = 4
        class O: pass
        o = O(); o.v = [1]; o.v += [2]; o.v[0] *= 5
        print(a, b, rest, c, d, e, x, o.v, a is b)
        for a[1] in range(3): pass
        print(a)
        """,
    "the same objects": """
        import numpy as np
        a = np.eye(2); b = a
        def f(x): return x
        print(f(a) is a, [a][0] is b, (lambda: a)() is a, np.dot is np.dot, a.T.base is a, {"k": a}["k"] is a)
        """,
    "numpy's functions as values": """
        import numpy as np, operator, functools
        table = {"dot": np.dot, "at": operator.matmul, "method": np.ndarray.dot}
        a = np.array([[1, 2], [3, 4]])
        for name, f in sorted(table.items()): print(name, f(a, a).tolist(), f.__name__, callable(f))
        print(functools.reduce(np.matmul, [a, a, a]), list(map(np.dot, [a], [a])), np.matmul.reduce if 0 else "")
        print(np.add.reduce([1, 2]), np.multiply.outer([1, 2], [3, 4]), np.add.accumulate([1, 2, 3]))
        """,
    "print to places": """
        import sys, io
        from contextlib import redirect_stdout
        print("a", "b", sep="-", end="!\\n"); print("err", file=sys.stderr)
        buffer = io.StringIO()
        with redirect_stdout(buffer): print("hidden")
        sys.stdout.write("direct\\n"); sys.stdout.flush(); sys.stdout.buffer.write(b"bytes\\n")
        print(repr(buffer.getvalue()), flush=True)
        print("é", "日本", "\\u2713", sys.stdout.encoding, sys.stdout.isatty())
        """,
    "at the exit": """
        import atexit
        atexit.register(print, "goodbye")
        class D:
            def __del__(self): print("deleted")
        d = D(); del d
        print("end")
        """,
    "threads": """
        import threading
        found = []
        threads = [threading.Thread(target=lambda n=n: found.append(n * n)) for n in range(4)]
        [t.start() for t in threads]; [t.join() for t in threads]
        print(sorted(found))
        """,
    "the main module": """
        import sys, __main__
        print(__name__, __file__, sys.argv, __main__.__name__, __spec__, __package__, hasattr(__main__, "sys"))
        if __name__ == "__main__": print("main")
        """,
    "nothing to read": """
        import sys
        print(repr(sys.stdin.read()))
        try: input("prompt ")
        except EOFError as error: print("EOF", error)
        """,
    "pickle, copy, dataclasses, enum, abc": """
        import pickle, copy, dataclasses, enum, abc
        @dataclasses.dataclass(frozen=True, order=True)
        class P:
            x: int
            y: list = dataclasses.field(default_factory=list)
        class E(enum.Enum):
            A = 1
            B = enum.auto()
        class Abstract(abc.ABC):
            @abc.abstractmethod
            def m(self): ...
        print(pickle.loads(pickle.dumps(P(1, [2]))), copy.deepcopy(P(1)), list(E), dataclasses.asdict(P(3)))
        try: Abstract()
        except TypeError as error: print("abstract")
        """,
    "metaclass and __prepare__": """
        class Meta(type):
            @classmethod
            def __prepare__(cls, name, bases, **k): return {"prepared": k}
            def __new__(cls, name, bases, names, **k): return super().__new__(cls, name, bases, names)
        class C(metaclass=Meta, flag=1): v = 2
        print(C.prepared, [name for name in vars(C) if not name.startswith("__")])
        """,
    "lambda defaults and closures": """
        fs = [lambda x, n=n: x * n for n in range(3)]
        print([f(2) for f in fs], (lambda *a, k=1, **r: (a, k, r))(1, 2, z=3))
        """,
    "chained comparisons": """
        import numpy as np
        a = np.array([1, 2])
        print(1 < 2 < 3 == 3 != 4, (a == a).all(), [1] == [1.0], "x" in "xyz", None is not 3 if 0 else "")
        """,
    "f-strings": """
        import numpy as np
        a = np.array([[1, 2]]); w = 8
        print(f"{a.shape} {a!r} {a.sum():>{w}.2f} {w=} {'nested ' + f'{w}'} {{}} {a @ a.T}")
        """,
    "recursion limit": """
        def f(n): return n if n == 0 else f(n - 1)
        print(f(400))
        try: f(10**6)
        except RecursionError as error: print("too deep")
        """,
    "random numbers after a seed": """
        import numpy as np, random
        np.random.seed(3); random.seed(3)
        print(np.random.randn(2), np.random.default_rng(3).random(), np.random.RandomState(3).rand(), random.random())
        print(np.random.get_state()[0], np.random.seed.__name__)
        """,
    "matrices of NumPy's own class": """
        import numpy as np
        m = np.matrix([[1, 2], [3, 4]])
        print(m * m, m ** 2, m.T @ m, m.dot(m), 2 * m, type(m * m))
        """,
    "long loops": """
        n, k, total, odd, cells = 3000, "none", 0, 0, [0] * 3000
        for k in range(n):
            n = 5
            if k % 2:
                odd += 1
                continue
            cells[k] += total * 2
            total = k + cells[k - 2] // (k + 1)
        print(n, k, total, odd, sum(cells), len(cells))
        for k in range(0): total = 1
        print(k, total)
        for k in range(10**6, 10**6 - 5000, -3): odd -= 1
        print(k, odd)
        for row in range(60):
            for k in range(100): cells[k] = cells[k] + row * k
        print(row, k, cells[:100])
        """,
    "an error late in a long loop": "cells = [0] * 2000\nfor k in range(3000):\n    cells[k] = k * 2\nprint('never')",
    "a loop over more than can be counted": "for k in range(10**30):\n    x = 1 / (k - 5)\nprint('never')",
    "range of one's own": """
        def range(n): return ["a", "b"] * n
        for k in range(2): x = k
        print(x)
        """,
    "another range among the builtins": """
        import builtins
        builtins.range = lambda n: iter("ab" * n)
        for k in range(40): x = k
        print(x)
        """,
    "sys.exit": "import sys; print('before'); sys.exit(3)",
    "sys.exit with words": "import sys; sys.exit('words')",
    "an uncaught error": "def f():\n    x = [1]\n    return x[5]\nprint('a')\nf()",
    "an uncaught error with a cause": (
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('no') from e"
    ),
    "a class that lies about its ancestors": """
        import numpy as np
        class Kind(type):
            @property
            def __mro__(cls): return (cls, np.ndarray, dict, list, object)
        class Lying(metaclass=Kind): pass
        x = Lying()
        y = [x, x]
        def same(x): return x
        print(same(x) is x, len(y))
        """,
    "a class that fails when it is asked": """
        class Kind(type):
            def __getattribute__(cls, name): raise SystemExit(name)
        class Failing(metaclass=Kind): pass
        x = Failing()
        y = [x, x]
        print("still here", len(y))
        """,
    "an object that tells what it is asked for": """
        class Telling:
            def __getattribute__(self, name):
                print("asked for", name)
                return object.__getattribute__(self, name)
        x = Telling()
        x.size = 3
        print(x.size)
        """,
    "a module that is a text of its own kind": """
        class Text(str):
            def __eq__(self, other): raise ValueError("compared")
            __hash__ = str.__hash__
        class Here: __module__ = Text("__main__")
        x = Here()
        print(len([x]))
        """,
    "other functions for operators": """
        import operator, time
        import numpy as np
        def no(*values): raise RuntimeError("it was asked")
        for name in ("matmul", "mul", "add", "iadd", "imul", "imatmul", "sub", "pow"): setattr(operator, name, no)
        time.monotonic = no
        a = np.eye(2)
        print(a @ a, np.matrix(a) * np.matrix(a), np.matrix(a) ** 2)
        """,
    "other builtins": """
        import builtins
        def no(*values): raise RuntimeError("it was asked")
        builtins.max = builtins.min = builtins.any = builtins.zip = builtins.enumerate = builtins.sum = no
        n = 0
        while n < 3: n += 1
        values = [[1, 2], [n, 4]]
        values[0][1] = 5
        print(values)
        for name in ("all", "len", "list", "type", "map", "range", "next"): delattr(builtins, name)
        values[1][0] = 7
        print(values, "len" in dir(builtins))
        try: len(values)
        except NameError as error: print(error)
        """,
    "an error that was handled and is gone": """
        import weakref
        class Gone(Exception): pass
        def fail():
            raise Gone()
        known = []
        for turn in range(3):
            try:
                fail()
            except Gone as error:
                known.append(weakref.ref(error))
        print([one() for one in known])
        """,
    "a failing product": "import numpy as np\na = np.eye(2)\nb = np.eye(3)\nprint(a @ b)",
    "an assertion": "x = 3\nassert x == 4, f'{x} is not 4'",
    "a syntax error": "x = 1\ndef f(:\n    pass\n",
    "a bad indentation": "if True:\nx = 1\n",
    "return outside": "x = 1\nreturn x\n",
    "a late future import": "x = 1\nfrom __future__ import annotations\n",
    "future annotations": "from __future__ import annotations\ndef f(a: B) -> C: return a\nprint(f.__annotations__)",
    "nothing": "",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_behaves_as_under_plain_python(name: str, sandbox: Sandbox, tmp_path: Path) -> None:
    submission = from_bytes(dedent(PROGRAMS[name]).encode(), PYTHON_NAME)
    recorded = recorded_behaviour(sandbox, submission, "1")
    plain = plain_behaviour(submission.source, tmp_path, recorded.failure)
    assert recorded == plain


ENCODED = {
    "latin-1": "# -*- coding: latin-1 -*-\nprint('é', len('é'))\n".encode("latin-1"),
    "shift-jis on line two": "#!/usr/bin/python\n# vim: set fileencoding=shift_jis :\nprint('日本')\n".encode(
        "shift_jis"
    ),
    "latin-1 in the line that says so": "# -*- coding: latin-1 -*- Müller\nprint('é')\n".encode("latin-1"),
    "shift-jis in the second line, that says so": "\n# coding: shift_jis 表\nprint('日本')\n".encode("shift_jis"),
    "byte-order mark": b"\xef\xbb\xbfprint('\xc3\xa9')\n",
    "carriage returns": b"x = 1\r\nif x:\r\n    print('''a\r\nb''')\r\n",
    "old carriage returns": b"x = 1\rprint(x)\r",
    "tabs": b"if True:\n\tx = [1,\n\t\t2]\n\tprint(x)\n",
    "form feeds": b"x = 1\n\x0c\nprint(x)\n\x0cprint('after')\n",
    "no line break at the end": b"print(1)",
    "a continuation": b"x = 1 + \\\n    2\nprint(x); print(\n  x,\n)",
    "names beyond ASCII": "größe = 3\nñ = größe\nprint(ñ, größe)\n".encode(),
    "names that are normalised": "ﬁ = 3\nprint(fi)\n".encode(),
}


@pytest.mark.parametrize("name", ENCODED)
def test_it_reads_a_file_as_python_does(name: str, sandbox: Sandbox, tmp_path: Path) -> None:
    submission = from_bytes(ENCODED[name], PYTHON_NAME)
    recorded = recorded_behaviour(sandbox, submission, "1")
    assert recorded == plain_behaviour(submission.source, tmp_path, recorded.failure)


def test_places_are_lines_and_texts_of_the_learner(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, "import numpy as np\na = np.eye(2)\n\ns = 'é'; b = a @ (a + 1)\n")
    (product,) = [product for product in trace.operations if product.name == "@"]
    assert (product.site.line, product.site.text) == (4, "a @ (a + 1)")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_in_every_ending(ending: str, sandbox: Sandbox) -> None:
    source = ending.join(["import numpy as np", "", "# comment", "x = np.eye(2)", "y = x @ x", ""])
    assert [product.site.line for product in trace_of(sandbox, source).operations] == [5]


def test_code_from_a_string_is_reported_at_the_line_that_runs_it(sandbox: Sandbox) -> None:
    source = "import numpy as np\na = np.eye(2)\nexec('b = a\\nc = a @ b')\nd = eval('a @ c')\n"
    assert [product.site.line for product in trace_of(sandbox, source).operations] == [3, 4]


def test_a_run_that_keeps_going_passes_a_failing_statement_over(sandbox: Sandbox) -> None:
    source = dedent("""
        def main():
            print("before")
            print([][1])
            print("after")
        main()
        raise ValueError("at the end")
        print("last")
        """)
    trace = trace_of(sandbox, source, keep_going=True)
    assert trace.text.split() == ["before", "after", "last"]
    assert [(failing.type, failing.outcome) for failing in trace.exceptions] == [
        ("IndexError", "skipped"),
        ("ValueError", "skipped"),
    ]


@pytest.mark.parametrize(
    "header",
    ["@missing\ndef f(a, b=1):", "def f(a: List[float], b=1):", "def f(a, b=missing):", "def f(a, *b) -> Missing:",
     "def f(a, /, *, b=missing, **c: missing):", "@missing(1)\n@missing\nasync def f(a: missing):"],
)  # fmt: skip
def test_a_run_that_keeps_going_has_the_function_whose_header_raises(header: str, sandbox: Sandbox) -> None:
    source = f"{header}\n    return a\nprint(f(7))\n"
    trace = trace_of(sandbox, source, keep_going=True)
    assert trace.text == "7\n" if "async" not in header else trace.text.startswith("<coroutine")
    assert trace_of(sandbox, source).text == ""


def test_a_run_that_keeps_going_leaves_the_learners_own_handling_alone(sandbox: Sandbox) -> None:
    source = dedent("""
        def f():
            return [][1]
        try:
            f()
            print("not reached")
        except IndexError:
            print("handled")
        """)
    assert printed(sandbox, source, keep_going=True) == "handled\n"


def test_a_run_that_keeps_going_leaves_an_endless_loop(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, "x = 0\nwhile True:\n    x += 1\nprint('out')\n", keep_going=True)
    assert trace.text == "out\n"
    assert [(failing.type, failing.line) for failing in trace.exceptions] == [("EndlessLoop", 2)]


@pytest.mark.parametrize("keep_going", [False, True])
def test_code_that_nests_as_deep_as_python_allows_runs(keep_going: bool, sandbox: Sandbox) -> None:
    loops = [f"{' ' * depth}for x{depth} in range(1):" for depth in range(19)]
    source = "\n".join([*loops, f"{' ' * 19}print(x0 + x18)"])
    assert printed(sandbox, source, keep_going=keep_going) == "0\n"


def test_a_guarded_statement_raises_as_it_would_without(sandbox: Sandbox) -> None:
    source = dedent("""
        import traceback
        def fails():
            value = [1]
            return value[1] + \\
                2
        try:
            for _ in range(2):
                fails()
        except IndexError as error:
            frames = traceback.extract_tb(error.__traceback__)
            print([(frame.lineno, frame.end_lineno, frame.name) for frame in frames], error.__context__)
        """)
    assert printed(sandbox, source) == "[(9, 9, '<module>'), (5, 5, 'fails')] None\n"
