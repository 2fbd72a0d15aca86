"""How a submission's code runs: functions that begin and end, exceptions, asserts, loops; and whether it goes on."""

from __future__ import annotations

import sys
import types
from collections import Counter
from collections.abc import Iterable, Iterator
from threading import get_ident
from time import monotonic
from typing import Any

from grader.recording import events
from grader.recording.effects import Effects
from grader.recording.exceptions import is_in_recursion, is_kept_elsewhere, kind, strip_frames
from grader.recording.long_loops import MAX_STEPS, SHORT
from grader.recording.plan import Plan
from grader.recording.stream import TraceStream
from grader.recording.testimony import Testimony

MAX_LOOKS_AT_SITE = 48
MAX_SKIPPED = 2_000
MAX_SKIPPED_AT_PLACE = 100
"""Of one statement; then what stands around it is passed over: the loop, and then the one around that."""
MAX_ROUNDS = 100_000
MAX_LOOP_SECONDS = 0.4
SHARE_OF_THE_NEXT = 0.05
"""Of these, for a loop that was left before: one within other loops begins again and again."""
MAX_LOUD_ROUNDS = 64
"""For a loop that prints half of what a file may print."""
NEVER_KEPT = (GeneratorExit, StopIteration, StopAsyncIteration, KeyboardInterrupt)


class Unskippable(Exception):
    """What no statement raises."""


class Flow(Testimony):
    """The hooks that follow a run, and in the scenarios that ask for it keep it going."""

    def __init__(self, stream: TraceStream, plan: Plan) -> None:
        super().__init__(stream, plan.filename)
        self.plan = plan
        self.effects = Effects(plan)
        self.protected: tuple[tuple[int, int], ...] = ()
        self._skipped: Counter[tuple[types.CodeType, int]] = Counter()
        self._called: set[str] = set()
        self._loops: dict[int, tuple[int, float]] = {}
        self._endless: set[int] = set()
        self._steps: dict[int, int] = {}
        self._further: dict[tuple[int, int], range] = {}
        self.meetings = 0

    # Hooks: asserts and loops

    def asserted(self, site: int, value: Any) -> Any:
        """The condition of an assert: where the scenario changed the numbers, it does not stop the run."""
        if self.plan.as_written or (self.plan.keep_going and not self.effects.changes_numbers):
            return value
        if value or self._caught_outside() or is_kept_elsewhere(sys._getframe(1)):
            return value
        line = self.sites.all[site].line
        self.stream.send(events.ExceptionRaised(line, "AssertionError", "", "passed over"))
        return True

    def still(self, site: int, value: Any) -> Any:
        """The condition of a while loop; in a run that keeps going, one that never ends is left."""
        if not self.plan.keep_going:
            return value
        if not value:
            self._loops.pop(site, None)
            return value
        rounds, since = self._loops.get(site, (0, monotonic()))
        self._loops[site] = rounds + 1, since
        loud = rounds >= MAX_LOUD_ROUNDS and self.stream.has_printed_much
        if not loud and not self._is_endless(site, rounds, since):
            return value
        self._loops.pop(site)
        self._leave(site)
        return False

    def _is_endless(self, site: int, rounds: int, since: float) -> bool:
        """Whether a loop has gone round too often, or too long; sooner where it was left before."""
        share = SHARE_OF_THE_NEXT if site in self._endless else 1
        return rounds >= share * MAX_ROUNDS or (rounds % 64 == 0 and monotonic() - since >= share * MAX_LOOP_SECONDS)

    def _leave(self, site: int) -> None:
        self._endless.add(site)
        self.stream.send(events.ExceptionRaised(self.sites.all[site].line, events.ENDLESS_LOOP, "", "skipped"))

    def through(self, site: int, items: Any) -> Any:
        """What a for loop goes through; in a run that keeps going, a list that grows all the while is left."""
        return self._through(site, items) if self.plan.keep_going and type(items) is list else items

    def _through(self, site: int, items: list[Any]) -> Iterator[Any]:
        length, since = len(items), monotonic()
        for rounds, item in enumerate(items):
            if len(items) > length and self._is_endless(site, rounds, since):
                self._leave(site)
                return
            yield item

    def steps(self, site: int, numbers: range) -> Iterable[int]:
        """What a loop goes through that is looked at: of long ones, only so much that what is left out tells no more.

        Where numbers of the exercise are multiplied, it is all.
        """
        if type(numbers) is not range or not numbers[SHORT:] or self.effects.spoils:
            return numbers
        return self._looked_at(site, numbers)

    def _looked_at(self, site: int, numbers: range) -> Iterator[int]:
        before, meetings = self._steps.get(site, 0), self.meetings
        left = max(0, MAX_STEPS - before)
        yield from numbers[:left]
        if meetings != self.meetings:
            yield from numbers[left:]
        else:
            self._steps[site] = before + len(numbers[:left])
            self._further[site, get_ident()] = numbers[left:]

    def further(self, site: int) -> Iterable[int]:
        """The rest, which the loop goes through as it is written."""
        return self._further.pop((site, get_ident()), ()) if self._further else ()

    # Hooks: functions of the submission, exceptions

    def enter(self, site: int) -> None:
        """A function of the submission's begins."""
        if self._counts.get(site, 0) >= MAX_LOOKS_AT_SITE:
            return
        self._counts[site] = self._counts.get(site, 0) + 1
        place = self.sites.all[site]
        if place.names[0] not in self._called:
            self._called.add(place.names[0])
            self.stream.send(events.Called(place.line, place.names[0]))
        for value in sys._getframe(1).f_locals.values():
            if self.interesting(value):
                self.record(site, "argument", value)

    def leave(self, site: int, value: Any) -> Any:
        """A function of the submission's ends: look at its locals once more."""
        if self._counts.get(site, 0) >= MAX_LOOKS_AT_SITE:
            return value
        self._counts[site] = self._counts.get(site, 0) + 1
        if self.interesting(value):
            self.record(site, "result", value)
        elif value is not None:
            self.say_scalar(site, value)
        for local in list(sys._getframe(1).f_locals.values()):
            if self.interesting(local):
                self.record(site, "end", local)
        return value

    def caught(self) -> None:
        """The submission handles an exception: it shall find only its own frames in it."""
        error = sys.exc_info()[1]
        if error is not None:
            strip_frames(error)
            self.raised(error, "caught")

    def keep(self) -> bool:
        """Whether the run goes on after the exception that is being handled."""
        error = sys.exc_info()[1]
        if error is None or isinstance(error, NEVER_KEPT) or kind(error) == "CancelledError":
            return False
        frame = sys._getframe(1)
        place = frame.f_code, frame.f_lasti
        too_often = self._skipped[place] >= MAX_SKIPPED_AT_PLACE or self._skipped.total() >= MAX_SKIPPED
        if self._caught_outside() or too_often:
            return False
        if isinstance(error, SystemExit) and not self.effects.changes_numbers:
            return False
        strip_frames(error)
        if isinstance(error, RecursionError) and is_in_recursion(frame, error):
            # Each of its calls would go on by itself.
            return False
        if isinstance(error, AssertionError) and is_kept_elsewhere(frame):
            self.raised(error, "kept")
            return False
        self._skipped[place] += 1
        self.raised(error, "skipped")
        return True

    def _caught_outside(self) -> bool:
        outer: types.FrameType | None = sys._getframe(2)
        while outer is not None:
            if outer.f_code.co_filename == self.plan.filename:
                line = outer.f_lineno
                if any(first <= line <= last for first, last in self.protected):
                    return True
            outer = outer.f_back
        return False
