"""A layer that is looked for and not found: what tells why asks this for what goes into it, and what it would be."""

from __future__ import annotations

from typing import NamedTuple

from grader.submission import Submission
from grader.trace import Array, Trace

from .layers import ORDINALS, STEPS, WEIGHTS, Layer, Network
from .named import name_of_layer, name_of_weights, weights_shape


class Wanted(NamedTuple):
    """Layer `number` (0 is the first) of a network, and the file in which it should be."""

    number: int
    trace: Trace
    network: Network
    submission: Submission

    @property
    def width(self) -> int:
        """How many neurons it has."""
        return self.network.widths[self.number]

    @property
    def shape(self) -> tuple[int, int]:
        """Samples, neurons."""
        return self.network.samples, self.width

    @property
    def inputs(self) -> list[Array]:
        """What it may be fed with."""
        return self.network.inputs(self.number)

    @property
    def before(self) -> Layer | None:
        """The layer before, where there is one and it was found."""
        return self.network.layers[self.number - 1] if self.number else None

    @property
    def further_back(self) -> list[Layer]:
        """The layers before that one, as far as they were found."""
        return [layer for layer in self.network.layers[: max(0, self.number - 1)] if layer]

    @property
    def ordinal(self) -> str:
        """Which it is, in words."""
        return ORDINALS[self.number]

    @property
    def ordinal_before(self) -> str:
        """Which the layer before it is."""
        return ORDINALS[self.number - 1]

    @property
    def told_before(self) -> str:
        """What it is made of, in words."""
        return f"the {self.ordinal_before} layer" if self.number else "X"

    @property
    def step(self) -> str:
        """The statement that makes it in the article."""
        return STEPS[self.number]

    @property
    def step_with_weights(self) -> str:
        """The same below the statement that draws its weights."""
        return f"{WEIGHTS[self.number]} = np.random.randn{weights_shape(self.network, self.number)}\n{self.step}"

    @property
    def steps(self) -> str:
        """What makes it, with its weights where the file has no name for any."""
        named = name_of_weights(self.trace, self.network, self.number, self.submission)
        return self.step if named else self.step_with_weights

    @property
    def steps_from_a_name(self) -> str:
        """The same, below what gives the layer before it a name where it has none."""
        before = self._replace(number=self.number - 1)
        if self.before and name_of_layer(self.trace, self.network, before.number, self.submission) is None:
            return f"{before.steps}\n{self.steps}"
        return self.steps
