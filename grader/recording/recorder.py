"""What the rewritten code calls: looks at values as they pass, and lets them pass."""

from __future__ import annotations

import ast
import builtins
import types
from threading import get_ident
from typing import Any

from grader.recording import events
from grader.recording.compiled import Compiled
from grader.recording.flow import MAX_LOOKS_AT_SITE, Unskippable
from grader.recording.instrument import bind_hooks, instrument
from grader.recording.ipython import History
from grader.recording.kept import np
from grader.recording.numbers import FLOATS, SINGLE, entries, extent, is_array
from grader.recording.operators import MAX_ARITHMETIC_AT_SITE, MAX_AT_SITE, Operators
from grader.recording.plan import Plan
from grader.recording.sites import Source
from grader.recording.stream import TraceStream
from grader.recording.witnessed import plain
from grader.recording.wrappers import PLAIN_OWNERS, Wrappers

MAX_SMALL = 64
"""Entries of a container that is looked at after each change."""
MAX_HELD = 200
"""Small arrays that are known by their names, also where a view of them is filled."""
FEW = 8


class Recorder(Operators):
    """One run's witness. Its public methods named in `hooks` are what the rewritten code calls.

    They are called for each value of each loop: they look at plain numbers, and at places that have been recorded
    often enough, before anything else, and count without a call.
    """

    def __init__(self, stream: TraceStream, plan: Plan) -> None:
        super().__init__(stream, plan)
        self.wrappers = Wrappers(self, self.effects)
        self.history = History()
        self._changes: dict[int, int] = {}
        self._middles: dict[int, Any] = {}
        self._held: dict[int, tuple[Any, int]] = {}
        self._owners: dict[tuple[int, int], int] = {}
        self._elsewhere: dict[int, int] = {}
        names = "value bind look changed used display_of function matmul multiply add operate in_place addend"
        names += " compare identical chained middle comparing asserted enter leave caught keep display still item"
        names += " steps further through"
        self.hooks: dict[str, Any] = {name: getattr(self, name) for name in names.split()}
        self.hooks["skippable"] = BaseException if plan.keep_going else Unskippable

    # Code

    def adopt(self, compiled: Compiled, text: str) -> types.CodeType:
        """The submission's own code, which speaks to this recorder from now on."""
        self.main = Source(text)
        self.sites.all = list(compiled.sites)
        self.protected = compiled.protected
        for line, name in compiled.functions:
            self.stream.send(events.Defined(line, name))
        for line, name in compiled.named:
            self.stream.send(events.Defined(line, name, False))
        return bind_hooks(compiled.unmarshalled(), self.hooks)

    def compile_text(self, text: str, filename: str, mode: str, flags: int) -> types.CodeType:
        """Code that the submission made from a string, instrumented; its values are reported at the calling line."""
        tree = compile(text, filename, mode, flags | ast.PyCF_ONLY_AST, dont_inherit=True)
        source = Source(text, fixed_line=self.current_line() or 1)
        return bind_hooks(instrument(tree, source, self.sites, filename), self.hooks)

    # Hooks: values

    def value(self, site: int, value: Any, changed_site: int = -1, changed: Any = None) -> Any:
        """The result of a call, a slice, an attribute; `changed` is a container that the call filled."""
        if type(value) in SINGLE:
            if value is not None and self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE:
                self._single(site, value)
        else:
            value = self._called_value(site, value)
        if changed is not None:
            self.changed(changed_site, changed)
        return value

    def _called_value(self, site: int, value: Any) -> Any:
        value = self.effects.made_by_call(value)
        if self.interesting(value):
            if not self.often(site, MAX_AT_SITE):
                self.record(site, "result", value)
        elif type(value) in self.wrappers.function_types:
            return self.wrappers.substitute(value)
        elif value is not None:
            self._single(site, value)
        return value

    def _single(self, site: int, value: Any) -> None:
        if not self.often(site, MAX_ARITHMETIC_AT_SITE):
            self.say_scalar(site, value)

    def bind(self, site: int, value: Any) -> Any:
        """A value that gets a name."""
        kind = type(value)
        if kind in FLOATS and not value.is_integer():
            return value
        if self._counts.get(site, 0) >= MAX_ARITHMETIC_AT_SITE:
            return value
        if kind in SINGLE or not self.interesting(value):
            self._single(site, value)
        elif not self.often(site, MAX_AT_SITE):
            self.record(site, "bind", value)
            if kind is np.ndarray and value.size <= MAX_SMALL and len(self._held) < MAX_HELD:
                # Kept: no other array has its identity then.
                self._held[id(value)] = value, site
        return value

    def look(self, site: int, value: Any) -> None:
        """A name that was bound by a loop or by unpacking."""
        if type(value) not in SINGLE and self.interesting(value) and not self.often(site, MAX_AT_SITE):
            self.record(site, "bind", value)

    def changed(self, site: int, value: Any) -> None:
        """A container after one of its items was assigned: a large one is looked at ever more rarely."""
        if self._counts.get(site, 0) >= MAX_AT_SITE:
            return
        kind = type(value)
        if kind is np.flatiter or (kind is np.ndarray and value.base is not None):
            base = value.base
            for owner in base.operands if type(base) is np.nditer else (base,):
                self._changed_within(site, owner)
        if not self.interesting(value):
            return
        if extent(value) <= MAX_SMALL:
            self._counts[site] = self._counts.get(site, 0) + 1
            self.record(site, "changed", value)
            return
        count = self._changes[site] = self._changes.get(site, 0) + 1
        if count <= FEW or not count & (count - 1):
            self.record(site, "changed", value)

    def _changed_within(self, site: int, owner: Any) -> None:
        """A small array that has a name, after something was put into a view of it: a row, its `flat`, its `T`."""
        held, bound = self._held.get(id(owner), (None, 0))
        if held is not owner or owner is None:
            return
        if (site, bound) not in self._owners:
            place, names = self.sites.all[site], self.sites.all[bound].names
            span = place.line, place.column, place.end_line, place.end_column
            self._owners[site, bound] = self.sites.new(self.main, "changed", span, names)
        seen = self._owners[site, bound]
        if not self.often(seen, MAX_AT_SITE):
            self.record(seen, "changed", owner)

    def item(self, site: int, value: Any) -> None:
        """An item of a container after something was added to it."""
        kind = type(value)
        if kind in FLOATS and not value.is_integer():
            return
        if self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE and not self.interesting(value):
            self._single(site, value)

    def used(self, site: int, value: Any) -> Any:
        """A named value that is passed, printed or formatted: it may have changed since it was bound."""
        kind = type(value)
        if kind in SINGLE:
            return value
        if kind in self.wrappers.function_types:
            return self.wrappers.substitute(value)
        if self.interesting(value) and not self.often(site, MAX_LOOKS_AT_SITE):
            self.record(site, "used", value)
        return value

    def display_of(self, site: int, value: Any) -> Any:
        """A list, tuple, dict or comprehension that was just built."""
        value = self.effects.made_by_display(value)
        if not self.often(site, MAX_AT_SITE):
            self.record(site, "display" if _written_out(value) else "result", value)
        return value

    # Hooks: functions

    def function(self, value: Any) -> Any:
        """Something that is about to be called or passed on: products and arithmetic get a witness."""
        kind = type(value)
        if kind is types.BuiltinMethodType and type(value.__self__) in PLAIN_OWNERS:
            return value
        return self.wrappers.substitute(value, called=True)

    # Hooks: comparisons, notebooks, the end

    def compare(self, site: int, equal: bool, left: Any, right: Any) -> Any:
        """`left == right` or `left != right`."""
        result = left == right if equal else left != right
        kind = type(result)
        if kind is bool or kind is np.bool_:
            self._compared(site, left, right, bool(result) if equal else not result)
        elif is_array(result) and result.dtype == bool and entries(result) <= MAX_SMALL:
            self._compared(site, left, right, bool(result.all()) if equal else not result.any(), by_cell=True)
        return result

    def identical(self, alike: bool, left: Any, right: Any) -> bool:
        """`left is right` or `left is not right`, where one of them may have a stand-in."""
        return (plain(left) is plain(right)) is alike

    def chained(self, site: int, equal: bool, left: Any, right: Any) -> Any:
        """The same where another comparison of `right` follows: `left == right == …`."""
        result = self.compare(site, equal, left, right)
        if not result:
            return result
        self._middles[get_ident()] = right
        return True

    def middle(self) -> Any:
        """What stands in the middle of `chained`, which was evaluated there, once."""
        return self._middles.pop(get_ident())

    def _compared(self, site: int, left: Any, right: Any, same: bool, by_cell: bool = False) -> None:
        if not self.often(site, MAX_LOOKS_AT_SITE):
            first, second = self.operand(left), self.operand(right)
            if first is not None and second is not None:
                self.stream.send(events.Compared(self.place(site), first, second, same, by_cell))

    def compared_elsewhere(self, left: Any, right: Any) -> None:
        """Two values that the line which is running has compared by code that is not the submission's."""
        line = self.current_line()
        if line not in self._elsewhere:
            self._elsewhere[line] = self.sites.new(Source("", fixed_line=line), "compare", (1, 0, 1, 0))
        self._compared(self._elsewhere[line], left, right, left == right)

    def comparing(self, site: int, function: Any) -> Any:
        """A function whose name says that it compares its first two arguments."""
        function = self.wrappers.substitute(function, called=True)

        def compared(*arguments: Any, **keywords: Any) -> Any:
            try:
                result = function(*arguments, **keywords)
            except AssertionError:
                if len(arguments) > 1:
                    self._compared(site, arguments[0], arguments[1], False)
                raise
            # A function of the learner's own may give anything: how many differ, or a text that says whether they do.
            if len(arguments) > 1 and _is_verdict(result):
                same = result is None or _all_true(result)
                self._compared(site, arguments[0], arguments[1], same, by_cell=is_array(result))
            return result

        return compared

    def display(self, number: int, value: Any) -> Any:
        """A notebook cell's last expression is shown, and kept under the cell's number."""
        if value is not None:
            self.show(value)
            self.history.keep(number, value)
        return value

    @staticmethod
    def show(*values: Any) -> None:
        """`display()`, as a notebook has it."""
        for value in values:
            builtins.print(repr(value))

    def finish(self, names: dict[str, Any]) -> None:
        """Look at everything that the module still holds."""
        site = self.sites.new(self.main, "end", (1, 0, 1, 0))
        for value in list(names.values())[:400]:
            if self.interesting(value):
                self.record(site, "changed", value)


def _written_out(value: Any) -> bool:
    """Whether a list or tuple holds plain numbers, or rows of them, so that a scenario could exchange them."""
    rows = [row for row in value if type(row) in (list, tuple)] if type(value) in (list, tuple) else []
    plain = rows if len(rows) == len(value) else [value]
    return type(value) in (list, tuple) and all(type(entry) in SINGLE for row in plain for entry in row)


def _is_verdict(value: Any) -> bool:
    """Whether a value says of two things, or of each entry of them, that they are equal, or not; None does, too."""
    return value is None or type(value) in (bool, np.bool_) or (is_array(value) and value.dtype == bool)


def _all_true(value: Any) -> bool:
    """Whether a comparison's result, of two numbers or entry by entry, says equal."""
    if is_array(value) and value.dtype == bool:
        return bool(value.all())
    return type(value) in (bool, np.bool_) and bool(value)
