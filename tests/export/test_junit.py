"""JUnit XML: valid for its readers' schemas, honest about failures, readable whatever a submission holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.junit import render
from grader.result import Graded, Note
from tests.rendering.sample import (
    SAMPLES,
    check,
    empty,
    exercise,
    full_marks,
    hostile,
    mixed,
    result,
    run,
    syntax_error,
)

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize("schema", ["junit-grader.xsd", "jenkins-junit-10.xsd"])
def test_it_is_valid(sample: Callable[[], Graded], schema: str) -> None:
    etree = pytest.importorskip("lxml.etree")
    document = etree.fromstring(render([sample().result, full_marks().result]).encode())
    if schema.startswith("jenkins"):  # knows neither properties nor places; every reader of today does
        for case in document.iter("testcase"):
            case.attrib.pop("file", None)
            case.attrib.pop("line", None)
            for properties in case.findall("properties"):
                case.remove(properties)
    etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(document)


def test_each_status_is_what_readers_take_it_for() -> None:
    root = ElementTree.fromstring(render([mixed().result]))
    outcomes = [child.tag for case in root.iter("testcase") for child in case if child.tag != "properties"]
    assert outcomes == ["skipped", "failure", "failure", "error", "skipped", "skipped"]
    suite = root[0]
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped", "time")} == {
        "tests": "11",
        "failures": "2",
        "errors": "1",
        "skipped": "3",
        "time": "0.093",
    }
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("11", "2", "1")


def test_a_failure_says_what_and_where_in_its_text() -> None:
    root = ElementTree.fromstring(render([mixed().result]))
    case = next(case for case in root.iter("testcase") if case.find("failure") is not None)
    failure = case.find("failure")
    assert failure is not None
    assert failure.text is not None
    assert (case.get("file"), case.get("line")) == ("matmul_practice.py", "18")
    assert failure.get("type") == "reshape-for-transpose"
    assert failure.text.startswith("The shape is right")
    assert "\nTry: print A" in failure.text


@pytest.mark.parametrize("sample", [syntax_error, empty])
def test_a_file_that_never_ran_is_not_green(sample: Callable[[], Graded]) -> None:
    root = ElementTree.fromstring(render([sample().result]))
    assert root.get("failures") == "1"


def test_an_optional_check_that_failed_makes_nothing_red() -> None:
    only = check("C", "failed", message="M", required=False)
    root = ElementTree.fromstring(render([result("passed", exercise("e", "E", "passed", only))]))
    assert (root.get("failures"), root.find(".//skipped") is not None) == ("0", True)


def test_two_submissions_share_no_case() -> None:
    results = [result("passed", exercise("e", "E", "passed", check("C")), submission=name) for name in ("a.py", "b.py")]
    root = ElementTree.fromstring(render(results))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(names) == len(set(names)) == 2


def test_a_notebook_names_no_line() -> None:
    only = check("C", "failed", message="M", line=3)
    assert " line=" not in render([result("failed", exercise("e", "E", "failed", only), submission="a.ipynb")])


def test_hostile_text_is_shown() -> None:
    text = render([hostile().result])
    said = "".join(ElementTree.fromstring(text).itertext())
    assert "<script>alert(1)</script>" in said
    assert "\\x1b[2J" in said
    assert "\\ud800" in said


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gives_a_document_that_can_be_read(text: str) -> None:
    only = check("C", "failed", message=text, hint=text, misconception=text)
    notes = (Note(message=text),)
    document = render(
        [
            result("failed", exercise("e", text, "failed", only), submission=text, runs=(run("a", message=text),)),
            result("blocked", submission=text, notes=notes),
        ]
    )
    assert ElementTree.fromstring(document.encode()).get("tests") == "2"
