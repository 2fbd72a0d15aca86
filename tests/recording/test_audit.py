"""Who looks at what runs a submission is noticed, however that is spelled; libraries that do so themselves are not."""

from __future__ import annotations

import pytest

from grader.recording.sandbox import Sandbox
from tests.running import trace_of

LIBRARIES = """\
import asyncio, collections, contextlib, ctypes, dataclasses, enum, functools, inspect, logging, operator, pickle
import sys, threading, traceback, typing, unittest, warnings
from concurrent.futures import ThreadPoolExecutor
import numpy as np

class Own:
    def __init__(self): self.x = 3
    def __getattribute__(self, name): return super().__getattribute__(name)
    def __getattr__(self, name): return 5

@dataclasses.dataclass
class Point:
    a: int = 1

Pair = collections.namedtuple("Pair", "a b")
Kind = enum.Enum("Kind", "ONE TWO")
Row = typing.NamedTuple("Row", [("a", int)])

@contextlib.contextmanager
def around():
    yield

async def later():
    await asyncio.sleep(0)
    return 3

class Case(unittest.TestCase):
    def test(self):
        np.testing.assert_allclose(1, 1)
        with self.assertRaises(ValueError):
            int("x")

logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.info("hello")
warnings.warn("careful")
numbers = (ctypes.c_double * 4)()
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()
unittest.main(argv=["practice"], exit=False)
with around(), ThreadPoolExecutor() as pool:
    print(list(pool.map(abs, [-1])))
thread = threading.Thread(target=print)
thread.start()
thread.join()
print(Own().x, Own().y, getattr(Own(), "z"), operator.attrgetter("a")(Point()), inspect.signature(Point))
print(asyncio.run(later()), pickle.loads(pickle.dumps(Point())), Pair(1, 2), Row(1), Kind.ONE, functools.cache(len)(""))
"""


def test_what_libraries_look_at_is_not_the_submissions_look(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, LIBRARIES)
    assert trace.stop is None
    assert trace.looked_around == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(): pass\ngetattr(f, '__' + 'edoc'[::-1] + '__')\n",
        "import sys\nvars(sys)['_get' + 'frame']()\n",
        "import gc\nlook = vars(gc)['get_' + 'objects']\nlook()\n",
        "import threading as t\nt.setprofile(print)\nrun = t.Thread(target=len, args=('',))\nrun.start()\nrun.join()\n",
        "import inspect\nvars(inspect)['current' + 'frame']()\n",
        "def f(): pass\ngetattr(f, '__' + 'slabolg'[::-1] + '__')\n",
        "def f(): pass\nvars(type(f))['__' + 'slabolg'[::-1] + '__'].__get__(f)\n",
        "import operator\ndef f(): pass\noperator.attrgetter('__' + 'erusolc'[::-1] + '__')(f)\n",
        "def f(): pass\nobject.__getattribute__(f, '__' + 'erusolc'[::-1] + '__')\n",
        "import ctypes\nctypes.pythonapi.PyEval_GetFrame\n",
    ],
)
def test_a_look_is_noticed_once_whatever_its_spelling(source: str, sandbox: Sandbox) -> None:
    assert len(trace_of(sandbox, source * 2).looked_around) == 1
