"""A trace whose matrices all lie on their side, and the network in it."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from grader.trace import Array, Sight, Trace, equal

from .layers import Network


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


@lru_cache(maxsize=2)
def upright(trace: Trace, network: Network) -> tuple[Turned, Network]:
    """The trace, and its network, as they are when every matrix is turned."""
    turned = Turned.of(trace)
    return turned, Network(turned, network.data, network.widths)
