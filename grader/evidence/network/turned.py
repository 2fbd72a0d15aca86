"""A trace whose matrices all lie on their side."""

from __future__ import annotations

import msgspec

from grader.trace import Array, Sight, Trace, equal


class Turned(Trace, frozen=True, eq=False):
    """A trace as it looks with every matrix lying on its side."""

    @classmethod
    def of(cls, trace: Trace) -> Turned:
        turned = {id(sight.array): sight.array.T for sight in trace.sights}
        sights = [msgspec.structs.replace(sight, array=turned[id(sight.array)]) for sight in trace.sights]
        return cls(scenario=trace.scenario, sights=sights)

    def find(self, value: Array) -> Sight | None:
        """The first sight of `value`, standing or lying."""
        upright = next((sight for sight in self.arrays(*value.shape) if equal(sight.array, value)), None)
        return upright or next((sight for sight in self.arrays(*value.T.shape) if equal(sight.array, value.T)), None)
