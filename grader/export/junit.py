"""JUnit XML, as GitLab, Jenkins and the like read it: a test suite a submission, a test case a check.

There is no standard; this is what every reader takes: failure is a wrong answer, error is the grader's or an
exercise's fault, skipped is what could not be judged or was not required. GitLab shows the text of these, not
their message attribute, so both have it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from grader.rendering.wording import points, sentence
from grader.result import CheckResult, ExerciseResult, Result, Status
from grader.text import not_a_command, one_line, readable

_OUTCOMES: dict[Status, str] = {
    "failed": "failure",
    "partial": "failure",
    "error": "error",
    "inconclusive": "skipped",
    "blocked": "skipped",
}


def render(results: Sequence[Result]) -> str:
    """The XML document for `results`."""
    root = Element("testsuites", name="grade")
    suites = [_suite(root, result) for result in results]
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.set("time", _seconds(sum(_duration(result) for result in results)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, result: Result) -> Element:
    suite = SubElement(root, "testsuite", name=one_line(result.submission))
    for exercise in result.exercises:
        for check in exercise.checks:
            _case(suite, result, exercise, check)
    if not result.exercises or (result.status in ("failed", "blocked", "error") and not _has_fault(suite)):
        _whole_file(suite, result)
    suite.set("tests", str(len(suite)))
    for count, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(_count(suite, outcome)))
    suite.set("time", _seconds(_duration(result)))
    return suite


def _case(suite: Element, result: Result, exercise: ExerciseResult, check: CheckResult) -> None:
    case = SubElement(
        suite,
        "testcase",
        # GitLab keeps only the first of several cases with the same class name and name.
        classname=f"{one_line(result.submission)}.{one_line(exercise.id)}",
        name=f"{one_line(check.id)}: {one_line(check.title)}",
        time="0.000",
        file=one_line(result.submission),
    )
    is_notebook = result.submission.lower().endswith(".ipynb")
    if check.line is not None and check.line > 0 and not is_notebook:
        case.set("line", str(check.line))
    properties = SubElement(case, "properties")
    for name, value in (("score", points(check.score)), ("max_score", points(check.max_score))):
        SubElement(properties, "property", name=name, value=value)
    if check.status != "passed":
        said = "\n".join(filter(None, (check.message or check.title, check.hint and f"Try: {check.hint}")))
        outcome = _OUTCOMES[check.status] if check.required else "skipped"
        _outcome(case, outcome, check.misconception or check.status, said)


def _whole_file(suite: Element, result: Result) -> None:
    """A case that fails when no other does: a file that never ran must not make a pipeline green."""
    name = one_line(result.submission)
    case = SubElement(suite, "testcase", classname=name, name="the whole file", time="0.000", file=name)
    said = "\n".join(note.message for note in result.notes) or sentence(result)
    kind = next((note.misconception for note in result.notes if note.misconception), result.status)
    _outcome(case, "error" if result.status in ("error", "inconclusive") else "failure", kind, said)


def _outcome(case: Element, outcome: str, kind: str, said: str) -> None:
    text = "\n".join(map(not_a_command, readable(said).split("\n")))
    SubElement(case, outcome, type=one_line(kind), message=text.split("\n")[0]).text = text


def _has_fault(suite: Element) -> bool:
    return _count(suite, "failure") + _count(suite, "error") > 0


def _count(suite: Element, outcome: str) -> int:
    return sum(1 for _ in suite.iter(outcome))


def _duration(result: Result) -> float:
    return sum(run.seconds for run in result.runs if math.isfinite(run.seconds) and run.seconds > 0)


def _seconds(value: float) -> str:
    """Three decimals and no more: Jenkins' schema takes no other."""
    return f"{value:.3f}"
