"""Generated programs: small, of many kinds of statements, and now and then with an exception at their end."""

from __future__ import annotations

from textwrap import indent

from hypothesis import strategies as st

NAMES = st.sampled_from("abcd")
DIGITS = st.integers(0, 9)
OPERATORS = st.sampled_from(["+", "-", "//", "%", "@", "==", "<"])
"""Neither powers nor products: in loops, numbers and lists would grow without end."""

LEAVES = st.one_of(
    NAMES,
    DIGITS.map(str),
    st.just("[[1, 2], [3, 4]]"),
    st.sampled_from(
        ["np.arange(4).reshape(2, 2)", "np.eye(2)", "np.ones(3)", "np.array(5)", "[1, 2]", "(5, 6, 7, 8)", "'text'"]
    ),
)


def _composed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, OPERATORS, inner),
        st.builds("(np.eye(2) * {})".format, inner),
        st.builds("({} == {} != {} == {})".format, inner, inner, inner, inner),
        st.builds("({} == {} == {})".format, inner, inner, inner),
        st.builds("np.dot({}, {})".format, inner, inner),
        st.builds("np.array({}).T".format, inner),
        st.builds("np.shape({})".format, inner),
        st.builds("np.prod({})".format, inner),
        st.builds("np.add({}, {})".format, inner, inner),
        st.builds("([{}] == object())".format, inner),
        st.builds("[{} for i in range({})]".format, inner, DIGITS),
        st.builds("sum(x * {} for x in np.ravel({}))".format, inner, inner),
        st.builds("{{'k': {}, 'l': {}}}['k']".format, inner, inner),
        st.builds("(lambda x, y={}: (x, y))({})".format, inner, inner),
        st.builds("({} if {} is None else {})".format, inner, inner, inner),
        st.builds("(w := {})".format, inner),
        st.builds("f'{{{}}}'".format, NAMES),
        st.builds("eval({!r})".format, inner),
        st.builds("np.array({})[0]".format, inner),
    )


EXPRESSIONS = st.recursive(LEAVES, _composed, max_leaves=4)

SIMPLE = st.one_of(
    st.builds("{} = {}".format, NAMES, EXPRESSIONS),
    st.builds("{} += {}".format, NAMES, EXPRESSIONS),
    st.builds("print({})".format, EXPRESSIONS),
    st.builds("print({}, {})".format, EXPRESSIONS, EXPRESSIONS),
    st.builds("{} = {} = {}".format, NAMES, NAMES, EXPRESSIONS),
    st.builds("{}, {} = {}, {}".format, NAMES, NAMES, EXPRESSIONS, EXPRESSIONS),
    st.builds("assert {} is not None, 'message'".format, EXPRESSIONS),
    st.builds("{}[0] = {}".format, NAMES, EXPRESSIONS),
    st.builds("exec('b = {}')".format, DIGITS),
)


def _indented(rows: list[str]) -> str:
    return indent("\n".join(rows), "    ")


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    block = st.lists(inner, min_size=1, max_size=3).map(_indented)
    # Loops do not nest.
    repeated = st.lists(SIMPLE, min_size=1, max_size=3).map(_indented)
    return st.one_of(
        st.builds("for {} in range({}):\n{}".format, NAMES, st.integers(0, 3), repeated),
        st.builds("for {} in np.eye(2):\n{}\nelse:\n{}".format, NAMES, repeated, block),
        st.builds("if {} is not None:\n{}\nelse:\n{}".format, EXPRESSIONS, block, block),
        st.builds(
            "try:\n{}\nexcept (TypeError, ValueError) as error:\n    print(type(error), error)\nfinally:\n{}".format,
            block,
            block,
        ),
        st.builds(
            "def f(a=1, *, b=2, c=3, d=4):\n{}\n    return {}\nprint(f(), f({}))".format, block, EXPRESSIONS, DIGITS
        ),
        st.builds(
            "def g(a, b=0, c=1, d=2):\n{}\n    yield {}\n    yield a\nprint(list(g({})))".format,
            block,
            EXPRESSIONS,
            DIGITS,
        ),
        st.builds(
            "class K:\n    e = {}\n    def m(self, a=0, b=1, c=2, d=3):\n{}\n        return self.e\nprint(K().m(), K.e)"
            .format,
            EXPRESSIONS,
            block.map(lambda text: indent(text, "    ")),
        ),
        st.builds("with np.errstate(all='ignore'):\n{}".format, block),
        st.builds("match {}:\n    case int(a):\n        print('int', a)\n    case _:\n{}".format, NAMES,
                  block.map(lambda text: indent(text, "    "))),
        st.builds("n = 0\nwhile n < 3:\n    n += 1\n{}".format, repeated),
    )  # fmt: skip


STATEMENTS = st.recursive(SIMPLE, _compound, max_leaves=5)
HEAD = "import numpy as np\na = 1\nb = [[1, 2], [3, 4]]\nc = np.array([[5, 6], [7, 8]])\nd = 2.5\n"


def programs() -> st.SearchStrategy[str]:
    """Sources of programs that end by themselves, soon."""
    return st.lists(STATEMENTS, min_size=1, max_size=6).map(lambda rows: HEAD + "\n".join(rows) + "\n")
