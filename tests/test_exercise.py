"""A pack's own mistakes are found when it is loaded, all at once, each with its file, its line and what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import numpy as np
import pytest

import grader
from grader.check import Wrong
from grader.packs.reading import load_pack
from grader.packs.spec import Mistake, PackError, Specs, exercise_folder, exercise_ids, explanations
from grader.paths import data_folder

PACK = """
title = "A pack"
version = "1"
exercises = ["one"]

[[misconception]]
id = "empty-file"
says = "Nothing is here."
"""
SPEC = """
title = "One"
points = 3
answer = "A @ B"

[given]
A = "[[1, 2], [3, 4]]"
B = "[[5, 6], [7, 8]]"

[scenario.other]
seed = "other"
given = "other"

[[misconception]]
id = "elementwise"
value = "A * B"
says = "Entry by entry."
"""
CHECKS = '''
from grader.check import Wrong, check
from grader.trace import Trace


@check(points=2)
def first(as_written: Trace, other: Trace) -> None:
    """The first thing."""


@check(points=1, required=False)
def second(as_written: Trace) -> None:
    """The second thing"""
    raise Wrong("no")
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one").mkdir()
    (tmp_path / "pack.toml").write_text(PACK.lstrip())
    (tmp_path / "one" / "spec.toml").write_text(SPEC.lstrip())
    (tmp_path / "one" / "checks.py").write_text(CHECKS.lstrip())
    return tmp_path


def change(path: Path, before: str, after: str) -> int:
    """Replace a part of a file; the line where it stands."""
    text = path.read_text()
    assert text.count(before) == 1
    path.write_text(text.replace(before, after))
    return text[: text.index(before)].count("\n") + 1


def problems(folder: Path) -> tuple[str, ...]:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return caught.value.problems


def test_a_sound_pack_is_loaded(folder: Path) -> None:
    pack = load_pack(folder)
    (exercise,) = pack.exercises
    assert (pack.title, pack.version, pack.points) == ("A pack", "1", 3)
    assert exercise.literal_givens == (((1, 2), (3, 4)), ((5, 6), (7, 8)))
    assert [(check.id, check.title, check.points, check.required) for check in exercise.checks] == [
        ("first", "The first thing", 2, True),
        ("second", "The second thing", 1, False),
    ]
    assert set(pack.scenarios()) == {"other"}


def test_the_pack_that_comes_with_the_grader_is_sound() -> None:
    pack = load_pack(data_folder("exercises"))
    assert [exercise.id for exercise in pack.exercises] == [
        "three-layer-net",
        "transpose-fix",
        "hand-loop-matmul",
    ]
    assert pack.points == 100


def test_scenarios_that_nobody_asks_for_are_not_run(folder: Path) -> None:
    change(folder / "one" / "checks.py", ", other: Trace", "")
    assert list(load_pack(folder).scenarios()) == []


SPEC_MISTAKES = {
    "unknown key": ("points = 3", "poinst = 3", 'unknown key "poinst"; did you mean "points"?'),
    "unknown key of a scenario": (
        'seed = "other"', 'sead = "other"', 'did you mean "seed"?'
    ),
    "unknown key of a misconception": ('says = "Entry', 'say = "Entry', 'did you mean "says"?'),
    "wrong type": ("points = 3", 'points = "3"', "Expected `int`, got `str` in points"),
    "wrong value": ('seed = "other"', 'seed = "another"', "Invalid enum value 'another' in scenario"),
    "not TOML": ("points = 3", "points = = 3", "this is not TOML"),
    "points that do not add up": ("points = 3", "points = 4", "points = 4, but the checks have 3 in all"),
    "a misconception that does not evaluate": (
        'value = "A * B"', 'value = "A * C"', "misconception elementwise does not evaluate: name 'C' is not defined"
    ),
    "a misconception that is no expression": ('value = "A * B"', 'value = "A *"', "does not evaluate"),
    "a given that does not evaluate": (
        'B = "[[5, 6], [7, 8]]"', 'B = "[[5, 6], [7, 8]"', "given B does not evaluate"
    ),
    "a given that is no matrix": ('B = "[[5, 6], [7, 8]]"', 'B = "[5, 6]"', "given B is no matrix"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPEC_MISTAKES)
def test_a_mistake_in_a_spec_is_told_with_its_line(name: str, folder: Path) -> None:
    before, after, words = SPEC_MISTAKES[name]
    path = folder / "one" / "spec.toml"
    line = change(path, before, after)
    found = problems(folder)
    assert any(problem.startswith(f"{path}:{line}: ") and words in problem for problem in found), found


def test_a_missing_key_is_told(folder: Path) -> None:
    change(folder / "one" / "spec.toml", 'title = "One"\n', "")
    assert any("title" in problem and "spec.toml:" in problem for problem in problems(folder))


def test_an_answer_that_does_not_evaluate_is_told(folder: Path) -> None:
    change(folder / "one" / "spec.toml", 'answer = "A @ B"', 'answer = "A @ C"')
    assert any("answer" in problem for problem in problems(folder))


def test_a_pack_with_an_unknown_key_is_told(folder: Path) -> None:
    line = change(folder / "pack.toml", 'version = "1"', 'verison = "1"')
    assert any(f"pack.toml:{line}: " in problem and '"version"' in problem for problem in problems(folder))


def test_an_exercise_that_is_missing_is_told(folder: Path) -> None:
    change(folder / "pack.toml", '["one"]', '["one", "two"]')
    assert any("two" in problem and "cannot be read" in problem for problem in problems(folder))


NUMBER_MISTAKES = {
    "too many numbers": (
        'A = "[[1, 2], [3, 4]]"\nB = "[[5, 6], [7, 8]]"',
        'A = "{0}"\nB = "{0}"'.format([[*range(7)]] * 7),
        "98 numbers are written out",
    ),
    "a mistake that is none": ('value = "A * B"', 'value = "A @ B + 0"', "nothing tells A @ B + 0 from the answer"),
    "an axis that is not there": (
        'given = "other"', 'given = "other"\nresize = [{ shape = [4, 3], axis = 5 }]', "cannot make axis 5 of (4, 3)"
    ),
    "an axis of one": (
        'given = "other"', 'given = "other"\nresize = [{ shape = [1, 3], axis = 0 }]', "cannot make axis 0 of (1, 3)"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBER_MISTAKES)
def test_numbers_that_no_scenario_can_change_are_told(name: str, folder: Path) -> None:
    before, after, words = NUMBER_MISTAKES[name]
    change(folder / "one" / "spec.toml", before, after)
    found = problems(folder)
    assert any("spec.toml:" in problem and words in problem for problem in found), found


SEVERAL = 'seed = "other"\ngiven = "other"'
TOGETHER = {
    "a shape that gets smaller twice": (
        SEVERAL,
        f"{SEVERAL}\nresize = [{{ shape = [9, 8], axis = 0 }}, {{ shape = [9, 8], axis = 1 }}]",
        "scenario other makes (9, 8) smaller twice",
    ),
    "nothing to exchange": (
        'A = "[[1, 2], [3, 4]]"\nB = "[[5, 6], [7, 8]]"',
        'A = "np.eye(2)"\nB = "np.ones((2, 2))"',
        "scenario other exchanges given numbers, and no exercise has any",
    ),
    "the same numbers twice": (
        'B = "[[5, 6], [7, 8]]"',
        'B = "[[5, 6], [7, 8]]"\nC = "[[5], [6], [7], [8]]"',
        "two matrices of the pack have the same ones",
    ),
    "three matrices": (
        '[given]', '[scenario.wrong]\nbroken = ["scalars"]\n[given]\nC = "[[9, 10], [11, 12]]"',
        "scenario wrong breaks scalars, which needs two matrices written out in the whole pack; there are 3",
    ),
    "no product": (
        'A = "[[1, 2], [3, 4]]"\nB = "[[5, 6], [7, 8]]"\n',
        'B = "[[5], [7]]"\nA = "[[1, 2], [3, 4]]"\n[scenario.wrong]\nbroken = ["turned"]\n',
        "scenario wrong breaks turned, and the first matrix that is written out cannot be multiplied by the second",
    ),
    "no such entry": (
        'B = "[[5, 6], [7, 8]]"\n', 'B = "[[5], [7]]"\n[scenario.wrong]\nbroken = ["third"]\n',
        "scenario wrong breaks third, and the product of the given matrices has no such entry",
    ),
    "two ways": (
        SEVERAL, f'{SEVERAL}\nbroken = ["turned", "first"]', "can only be wrong in one of these ways",
    ),
    "terms alone": (SEVERAL, f'{SEVERAL}\nbroken = ["terms"]', "scenario other breaks terms, which needs matmul"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_what_a_run_of_the_whole_file_cannot_do_is_told(name: str, folder: Path) -> None:
    before, after, words = TOGETHER[name]
    spec = folder / "one" / "spec.toml"
    change(spec, before, after)
    (problem,) = problems(folder)
    assert problem.startswith(f"{spec}:")
    assert words in problem


CHECK_MISTAKES = {
    "no docstring": ('    """The first thing."""\n', "    return\n", "check first has no docstring"),
    "an undefined scenario": (
        "def second(as_written: Trace)", "def second(elsewhere: Trace)", "check second asks for scenario elsewhere"
    ),
    "an undefined misconception": (
        'raise Wrong("no")', 'raise Wrong("no", misconception="elsewhere")', "misconception elsewhere is not defined"
    ),
    "a run of an undefined scenario": (
        'raise Wrong("no")', 'runs("misspelt")', "runs asks for scenario misspelt; defined are as_written, other"
    ),
    "a check that nothing runs": ("def first(", "async def first(", "check first is asynchronous, or yields"),
    "an exit": ("from grader.check", "exit(3)\nfrom grader.check", "cannot be imported: SystemExit"),
    "no Python": ("def first(", "def first((", "cannot be imported: SyntaxError"),
    "an import that fails": ("from grader.trace import Trace", "from grader.trace import Tarce", "ImportError"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHECK_MISTAKES)
def test_a_mistake_in_the_checks_is_told(name: str, folder: Path) -> None:
    before, after, words = CHECK_MISTAKES[name]
    change(folder / "one" / "checks.py", before, after)
    found = problems(folder)
    assert any("checks.py" in problem and words in problem for problem in found), found


def test_a_check_that_is_not_decorated_is_none(folder: Path) -> None:
    (folder / "one" / "checks.py").write_text('def first() -> None:\n    """Not a check."""\n')
    assert any("there is no check" in problem for problem in problems(folder))


def test_all_problems_are_told_at_once(folder: Path) -> None:
    spec, checks = folder / "one" / "spec.toml", folder / "one" / "checks.py"
    change(spec, "points = 3", "points = 9")
    change(spec, 'value = "A * B"', 'value = "A * C"')
    change(checks, "def second(as_written", "def second(elsewhere")
    assert len(problems(folder)) == 3


def test_a_formula_is_evaluated_without_builtins(folder: Path) -> None:
    change(folder / "one" / "spec.toml", 'value = "A * B"', "value = \"__import__('os').getcwd()\"")
    assert any("does not evaluate" in problem for problem in problems(folder))


def test_numbers_that_make_a_mistake_look_right_do_not_tell_apart(folder: Path) -> None:
    (exercise,) = load_pack(folder).exercises
    zeros = ((0, 0), (0, 0))
    assert not exercise.tells_apart((zeros, zeros))
    assert exercise.tells_apart((((11, 12), (13, 14)), ((15, 17), (19, 23))))


def test_scenarios_of_the_same_name_are_united(folder: Path) -> None:
    (folder / "two").mkdir()
    spec = dedent("""
        title = "Two"
        points = 3
        [given]
        X = "np.ones((4, 2))"
        [scenario.other]
        resize = [{ shape = [4, 2], axis = 0 }]
        """)
    (folder / "two" / "spec.toml").write_text(spec)
    (folder / "two" / "checks.py").write_text(CHECKS.lstrip())
    change(folder / "pack.toml", '["one"]', '["one", "two"]')
    pack = load_pack(folder)
    scenario = pack.all_scenarios()["other"]
    assert (scenario.seed, scenario.given, len(scenario.resize)) == ("other", "other", 1)
    assert np.array_equal(pack.exercises[1].given["X"], np.ones((4, 2)))


def test_packs_with_an_exercise_of_one_name_each_have_what_stands_beside_their_checks(folder: Path) -> None:
    packs = []
    for pack in ("first", "second"):
        shutil.copytree(folder / "one", folder / pack / "one")
        shutil.copy(folder / "pack.toml", folder / pack)
        (folder / pack / "one" / "words.py").write_text(f'SAID = "{pack}"\n')
        change(
            folder / pack / "one" / "checks.py", 'raise Wrong("no")', "from .words import SAID\n    raise Wrong(SAID)"
        )
        packs.append(load_pack(folder / pack))
        assert packs[-1].exercises[0].checks
    for pack, loaded in zip(("first", "second"), packs, strict=True):
        with pytest.raises(Wrong, match=pack):
            loaded.exercises[0].checks[1].function(None)


def test_what_is_said_of_mistakes_is_read_without_the_checks() -> None:
    found = explanations(data_folder("exercises"))
    pack = load_pack(data_folder("exercises"))
    assert found[Mistake("empty-file")] == pack.misconceptions["empty-file"].says
    for exercise in pack.exercises:
        for misconception in exercise.misconceptions:
            known = exercise.known(misconception.id)
            assert known is not None
            assert found[Mistake(misconception.id, exercise.id)] == known.says
    assert exercise_ids(data_folder("exercises")) == tuple(exercise.id for exercise in pack.exercises)


@pytest.mark.parametrize("exercise", exercise_ids(data_folder("exercises")))
def test_every_mistake_that_an_exercise_may_name_is_explained_by_it_or_by_the_pack(exercise: str) -> None:
    specs = Specs.read(data_folder("exercises"))
    explained = {one.id for one in (*specs.exercises[exercise].misconception, *specs.pack.misconception)}
    sources = sources_of(exercise)
    named = {name for source in sources for name in re.findall(r'misconception ?= ?"([\w-]+)"', source)}
    assert len(named) > 10
    assert named <= explained


@pytest.mark.parametrize("exercise", exercise_ids(data_folder("exercises")))
def test_every_run_that_an_exercise_may_ask_for_is_of_a_scenario_that_it_defines(exercise: str) -> None:
    sources = sources_of(exercise)
    asked = {name for source in sources for name in re.findall(r'\bruns\("(\w+)"\)', source)}
    assert asked
    assert asked <= Specs.read(data_folder("exercises")).exercises[exercise].scenario.keys()


def sources_of(exercise: str) -> list[str]:
    """The sources in an exercise's folder, and of all evidence that these import, directly or not."""
    found: dict[Path, str] = {}
    waiting = [*Path(exercise_folder(data_folder("exercises"), exercise)).rglob("*.py")]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = path.read_text("utf-8")
            waiting += map(evidence, re.findall(r"from grader\.evidence\.(\w+) import", found[path]))
    return list(found.values())


def evidence(module: str) -> Path:
    """The file of a module of grader.evidence."""
    return (Path(grader.__file__).parent / "evidence" / module).with_suffix(".py")
