"""The plans of a submission's runs: one for each scenario, the same ones whenever the same bytes are graded."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from grader.exercise import Pack
from grader.recording.compiled import Compiled
from grader.recording.compiling import compiled_beforehand
from grader.recording.plan import Plan, Substitution
from grader.recording.requests import Limits, Request
from grader.result import AS_WRITTEN
from grader.scenario import KEEP_GOING, Numbers, plan
from grader.submission import Submission

KEY_BYTES = 4


class UnknownScenario(KeyError):
    """A check asks for a scenario that no exercise of its pack defines."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f'no exercise defines the scenario "{name}"; there are {", ".join(known)}')

    def __str__(self) -> str:
        # A KeyError shows its message in quotes.
        return str(self.args[0])


class Plans(Mapping[str, Plan]):
    """By the scenario's name; each is made when it is first asked for."""

    def __init__(self, submission: Submission, pack: Pack, seed: int) -> None:
        self.submission = submission
        self._scenarios = pack.all_scenarios()
        self._numbers = Numbers(submission, pack.version, seed)
        self._substitutions = _substitutions(pack, self._numbers)
        self._made: dict[str, Plan] = {}

    def __getitem__(self, name: str) -> Plan:
        if name not in self._made:
            if name not in self:
                raise UnknownScenario(name, self)
            scenario = self._scenarios.get(name)
            self._made[name] = plan(name, scenario, self.submission, self._numbers, self._substitutions)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter((AS_WRITTEN, KEEP_GOING, *self._scenarios))

    def __contains__(self, name: object) -> bool:
        return name in (AS_WRITTEN, KEEP_GOING) or name in self._scenarios

    def __len__(self) -> int:
        return len(self._scenarios) + 2

    def request(self, name: str, seconds: float) -> Request:
        """What a sandbox is asked for that run, which may take so many seconds."""
        return Request(
            source=self.submission.source,
            text=self.submission.text,
            plan=self[name],
            limits=Limits(wall_seconds=seconds),
            compiled=self._compiled,
            key=int.from_bytes(os.urandom(KEY_BYTES), "little"),
        )

    @cached_property
    def _compiled(self) -> Compiled | None:
        """What the submission compiles to, the same for every plan."""
        return compiled_beforehand(self.submission.source, self.submission.text, self[AS_WRITTEN])


def _substitutions(pack: Pack, numbers: Numbers) -> tuple[Substitution, ...]:
    found: list[Substitution] = []
    for exercise in pack.exercises:
        givens = exercise.literal_givens
        if givens:
            others = numbers.other_givens(givens, exercise.tells_apart)
            found += [Substitution(given, other) for given, other in zip(givens, others, strict=True)]
    return tuple(found)
