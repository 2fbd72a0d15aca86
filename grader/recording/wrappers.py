"""Stand-ins for functions that are told apart: products, arithmetic, seeds, and code made from strings."""

from __future__ import annotations

import builtins
import collections
import functools
import operator
import random
import sys
import time
import types
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, SupportsIndex

from grader.recording import events
from grader.recording.audit import INSIDES
from grader.recording.classes import ancestors
from grader.recording.families import (
    ARITHMETIC_METHODS,
    MATMUL_METHODS,
    MATRIX_METHODS,
    arithmetic_family,
    matmul_family,
    seeding_family,
    unset_family,
)
from grader.recording.from_strings import CodeFromStrings
from grader.recording.kept import np
from grader.recording.numbers import entries, is_array, is_masked, scalar, unset
from grader.recording.operators import answers_itself
from grader.recording.plan import other_seed
from grader.recording.witnessed import Witnessed

if TYPE_CHECKING:
    from grader.recording.effects import Effects
    from grader.recording.recorder import Recorder

PLAIN_OWNERS = frozenset({list, dict, set, str, tuple, collections.deque})
"""Types whose methods are none that are told apart."""
MAX_SUMMANDS = 512
_LOOKUPS = frozenset({"getattr", "__getattribute__"})
_DESCRIPTORS = (types.MemberDescriptorType, types.GetSetDescriptorType)
NAP_SECONDS = 0.001
"""How long a file sleeps at most in other runs than the one as written, in which it is seen how long it takes."""
_FILLED = "bhilqBHILQefdFD"
"""Types of numbers, by their characters, but for long doubles: not every pattern of bits is one of them."""
MOST_FILLED = 1_000_000
"""Entries. What is made larger takes no memory before it is used."""


class _Families(NamedTuple):
    """The functions that are told apart, by identity. types: those that such functions may have."""

    products: dict[int, Any]
    arithmetic: dict[int, tuple[Any, str]]
    seeding: dict[int, Any]
    unset: dict[int, Any]
    types: frozenset[type]


@functools.cache
def _families(masked: bool) -> _Families:
    """Looked up once, before any submission runs. masked: whether `numpy.ma` is loaded and has products as well."""
    products = {id(function): function for function in matmul_family(np)}
    arithmetic = {id(function): (function, name) for function, name in arithmetic_family(np)}
    return _Families(
        products=products,
        arithmetic=arithmetic,
        seeding={id(function): function for function in seeding_family(np)},
        unset={id(function): function for function in unset_family(np)},
        types=frozenset(
            {type(function) for function in products.values()}
            | {type(function) for function, _ in arithmetic.values()}
            | {types.BuiltinFunctionType, types.BuiltinMethodType, types.MethodWrapperType, types.MethodType}
            | {types.WrapperDescriptorType, types.MethodDescriptorType, Witnessed}
            | {type(builtins.print), type(np.random.seed), operator.methodcaller}
        ),
    )


def _remembering(values: Iterable[Any], members: list[Any]) -> Iterator[Any]:
    """`values`, the first of which are kept in `members`."""
    for value in values:
        if len(members) <= MAX_SUMMANDS:
            members.append(value)
        yield value


def _nap(seconds: float | SupportsIndex, /) -> None:
    """What hardly sleeps in the place of `time.sleep`."""
    time.sleep(NAP_SECONDS if isinstance(seconds, int | float) and seconds > NAP_SECONDS else seconds)


def _filled(function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """What `np.empty` makes, with the same in it each time: so the same file is always graded alike."""
    made = function(*arguments, **keywords)
    if is_array(made) and made.dtype.char in _FILLED and entries(made) <= MOST_FILLED:
        np.ndarray.fill(made, unset(made.dtype))
    return made


def _members(value: Any = ()) -> tuple[Any, ...]:
    """What a function that takes everything in one argument adds up or multiplies."""
    several = value.ndim > 0 if is_array(value) else type(value) in (list, tuple)
    return tuple(value) if several else ()


def _multiplied(name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a product is made of, of all that its function is given."""
    if name in ("einsum", "c_einsum") and arguments and type(arguments[0]) is not str:
        # Behind each matrix is a list of its axes; one more may say which the result has.
        return arguments[: len(arguments) // 2 * 2 : 2]
    if name == "multi_dot" and arguments and type(arguments[0]) in (list, tuple):
        # Each matrix in the list is an operand; elsewhere a list of rows is one matrix.
        return tuple(arguments[0])
    return arguments


class Wrappers:
    """The stand-ins of one run, made when they are first met."""

    def __init__(self, recorder: Recorder, effects: Effects) -> None:
        self._recorder = recorder
        self._effects = effects
        families = _families(masked="numpy.ma" in sys.modules)
        self._products, self._arithmetic, self._seeding, self._unset, self.function_types = families
        self._made: dict[int, Witnessed] = {}
        self.from_strings = CodeFromStrings(recorder)
        # Known by identity, which a submission that deletes it would set free.
        self._builtin_sum = builtins.sum

    def substitute(self, function: Any, called: bool = False) -> Any:
        """The stand-in for `function`, or `function` itself when it is none of those told apart."""
        kind = type(function)
        if kind is Witnessed or (kind is types.FunctionType and id(function) not in self._products):
            return function
        key = id(function)
        if key in self._made:
            return self._made[key]
        if key in self._products:
            return self._keep(function, functools.partial(self._product, function))
        if key in self._arithmetic:
            return self._keep(function, functools.partial(self._pair, *self._arithmetic[key]))
        if kind in (types.BuiltinMethodType, types.MethodWrapperType, types.MethodType):
            return self._method(function, called)
        if called:
            return self._called(function)
        return function

    def _keep(self, function: Callable[..., Any], call: Callable[..., Any]) -> Witnessed:
        made = self._made[id(function)] = Witnessed(function, call)
        return made

    def _called(self, function: Any) -> Any:
        key = id(function)
        if key in self._seeding:
            return functools.partial(self._seed, function)
        if key in self._unset:
            return functools.partial(_filled, function)
        if type(function) is operator.methodcaller:
            return functools.partial(self._methodcaller, function)
        if function is operator.attrgetter or function is object.__getattribute__:
            return functools.partial(self._look_up, function)
        return function

    def _look_up(self, function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        """Call what reads an attribute; a name put together at run time is known here."""
        read: Any = getattr(function, "__self__", None)
        texts = [*arguments, read.__name__ if type(read) in _DESCRIPTORS else ""]
        asked = {part for text in texts if type(text) is str for part in text.split(".")}
        for inside in asked & INSIDES:
            self._recorder.looked_around(inside)
        return function(*arguments, **keywords)

    def _method(self, method: Any, called: bool) -> Any:
        """A bound method: of an array, of a number, of a generator; or one of eval, exec, compile."""
        if method is self._builtin_sum:
            return self._sum if called else method
        if id(method) in self.from_strings.by_identity:
            return self.from_strings.by_identity[id(method)] if called else method
        owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
        if is_array(owner) and self._multiplies(owner, method, name):
            return Witnessed(method, functools.partial(self._bound_product, method, owner, name))
        if name in ARITHMETIC_METHODS and scalar(owner) is not None:
            act = "multiply" if "mul" in name else "add"
            return Witnessed(method, functools.partial(self._bound_pair, method, owner, act))
        if called and name == "seed" and isinstance(owner, np.random.RandomState | random.Random):
            return functools.partial(self._seed, method)
        if called and method is time.sleep and not self._recorder.plan.as_written:
            return _nap
        if called and (name in _LOOKUPS or type(owner) in _DESCRIPTORS):
            return functools.partial(self._look_up, method)
        if called and id(method) in self._seeding:
            return functools.partial(self._seed, method)
        if called and id(method) in self._unset:
            return functools.partial(_filled, method)
        return method

    @staticmethod
    def _multiplies(owner: Any, method: Any, name: str) -> bool:
        """Whether a bound method of an array is NumPy's own product, and not one that a subclass made of it."""
        kinds = ancestors(type(owner))
        if np.matrix in kinds:
            return name in MATRIX_METHODS
        own = type(method) is types.MethodType and not is_masked(kinds)
        return name in MATMUL_METHODS and not own

    # Calls of stand-ins

    def _product(self, function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        name = getattr(function, "__name__", "product")
        return self._multiply(name, function, arguments, keywords, None)

    def _bound_product(
        self, method: Callable[..., Any], owner: Any, name: str, *arguments: Any, **keywords: Any
    ) -> Any:
        return self._multiply(name, method, arguments, keywords, owner)

    def _multiply(self, name: str, function: Callable[..., Any], arguments: Any, keywords: Any, owner: Any) -> Any:
        recorder = self._recorder
        operands = [*(() if owner is None else (owner,)), *_multiplied(name, arguments)]
        site = recorder.here("call")
        if len(operands) == 3 and name in ("dot", "matmul"):
            operands.pop()
        known = recorder.known(site, tuple(operands))
        try:
            result = function(*arguments, **keywords)
        except BaseException as error:
            recorder.failed(site, name, tuple(operands), error)
            raise
        if result is NotImplemented:
            return result
        if any(map(answers_itself, operands)):
            recorder.record(site, "result", result)
            return result
        if keywords.keys() & {"axes", "axis", "axisb", "subscripts"}:
            # Other axes than the last two: not the product that the name alone would be.
            name = f"{name} along axes"
        if any(is_masked(ancestors(type(operand))) for operand in operands):
            # What is masked counts as nothing, which its numbers do not tell.
            name = f"{name} of masked"
        given = recorder.multiplied(site, name, tuple(operands), known, result)
        out = next((one for one in (keywords.get("out"), *arguments) if one is result and is_array(one)), None)
        if out is not None:
            if given is not out:
                out[...] = given
            recorder.record(site, "changed", out)
            return out
        return given

    def _pair(self, function: Callable[..., Any], name: str, *arguments: Any, **keywords: Any) -> Any:
        result = function(*arguments, **keywords)
        given = self._noted(name, arguments if len(arguments) > 1 else _members(*arguments), result)
        into = is_array(result) and any(one is result for one in (*arguments, keywords.get("out")))
        if not into or given is result:
            return given
        result[...] = given
        return result

    def _bound_pair(self, method: Callable[..., Any], owner: Any, name: str, *arguments: Any) -> Any:
        return self._noted(name, (owner, *arguments), method(*arguments))

    def _noted(self, name: str, operands: tuple[Any, ...], result: Any) -> Any:
        """What the submission gets of an addition or a multiplication, which is noted when it is one of two."""
        if len(operands) != 2 or result is NotImplemented:
            return result
        if name == "multiply":
            result = self._effects.scalar_product(*operands, result)
        else:
            result = self._effects.scalar_sum(operands, result)
        return self._recorder.arithmetic(self._recorder.here("call"), name, *operands, result)

    def _sum(self, values: Any, /, start: Any = 0) -> Any:
        """`sum`, whose additions happen out of sight: a few numbers are added once more where they can be seen."""
        if type(values) is range:
            return sum(values, start)
        members: list[Any] = []
        result = sum(_remembering(values, members), start)
        recorder = self._recorder
        if 1 < len(members) <= MAX_SUMMANDS and scalar(result) is not None and not is_array(result):
            site, total = recorder.here("call"), start
            for member in members:
                total, before = total + member, total
                recorder.arithmetic(site, "add", before, member, total)
            result = self._effects.scalar_sum(members, result)
        return result

    def _methodcaller(self, caller: Any, target: Any) -> Any:
        kind, (name, *arguments) = caller.__reduce__()[:2]
        if kind is not operator.methodcaller:
            return caller(target)
        return self.substitute(getattr(target, name), called=True)(*arguments)

    def _seed(self, function: Any, *arguments: Any, **keywords: Any) -> Any:
        """Note the seed, and exchange it where the scenario has another stream."""
        recorder, key = self._recorder, self._recorder.plan.seed_key
        own = isinstance(getattr(function, "__self__", None), random.Random)
        name = "random.seed" if own else getattr(function, "__name__", "seed")
        rest = dict(keywords)
        seed = (
            arguments[0] if arguments else next((rest.pop(word) for word in ("seed", "entropy") if word in rest), None)
        )
        number = scalar(seed)
        whole_seed = number if type(number) is int and not is_array(seed) else None
        recorder.stream.send(events.Seeded(recorder.place(recorder.here("call")), name, whole_seed))
        if isinstance(seed, np.random.SeedSequence | np.random.BitGenerator | np.random.Generator):
            return function(*arguments, **keywords)
        if whole_seed is not None and whole_seed >= 0 and key is not None:
            return function(other_seed(whole_seed, key), *arguments[1:], **rest)
        if seed is None:
            entropy = other_seed(recorder.plan.entropy, key) if key is not None else recorder.plan.entropy
            return function(entropy & 0xFFFFFFFF, *arguments[1:], **rest)
        return function(*arguments, **keywords)
