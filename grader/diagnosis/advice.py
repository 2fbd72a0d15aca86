"""What to try about an error, where the error itself and the line that it stands on tell it."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable
from itertools import takewhile

from grader.diagnosis.copied_text import OF_COPIED_TEXT
from grader.diagnosis.error_text import error_and_row, matched, row_of
from grader.diagnosis.known_errors import KNOWN_ERRORS, OF_A_NOTEBOOK
from grader.diagnosis.only_in_notebooks import lacking_in_a_notebook
from grader.diagnosis.other_languages import OF_OTHER_LANGUAGES
from grader.diagnosis.signs import advice_on_signs
from grader.diagnosis.syntax_errors import SYNTAX_ERRORS
from grader.diagnosis.unknown_names import meant_by_name, meant_of_numpy, meant_of_object
from grader.submission import Submission
from grader.syntax.calls import call_of, with_its_brackets
from grader.syntax.functions import functions_in
from grader.syntax.names import bound_names, keys_in, names_in
from grader.syntax.scopes import function_around
from grader.text import at_the_beginning, short_name, some
from grader.trace import Raised

_ODD_SPACES = r"[\u00a0\u202f\u3000\u2000-\u200a]"
MOST_PLACES = 5
"""Lines that one message lists."""
FEWEST_TOGETHER = 3
"""Lines that are indented alike where it is no slip of one."""
_GIVE_NOTHING = r"(?:seed|append|extend|sort|reverse|shuffle|fill|print)"
_LATER = (
    ((3, 12), r"SyntaxError: invalid syntax.*\n\s*type \w+(\[.*\])? ="),
    ((3, 12), r"SyntaxError: .*\n\s*(def|class) \w+\["),
    (
        (3, 12),
        r"SyntaxError: f-string(: expecting '}'|: unmatched '[(\[]'| expression part).*\n.*f([\"']).*\{[^}]*(\2|\\)",
    ),
)
"""What is told of a line that an older Python cannot read, and the version since which it can be."""


def advice_on(stop: Raised, submission: Submission) -> str | None:
    """What to try about the exception that ended a file; None where nothing more is known."""
    return next((told for adviser in _ADVISERS if (told := adviser(stop, submission))), None)


def _known(stop: Raised, submission: Submission) -> str | None:
    """What is told of every error of one kind, whatever else stands in the file."""
    patterns = (*OF_COPIED_TEXT, *OF_OTHER_LANGUAGES, *SYNTAX_ERRORS, *KNOWN_ERRORS)
    told = next((told for pattern, told in patterns if matched(pattern, stop, submission)), None)
    if told == OF_A_NOTEBOOK and submission.cells:
        return "Nothing answers get_ipython() where this notebook is graded: take such lines out of it."
    return told


def _hidden_spaces(stop: Raised, submission: Submission) -> str | None:
    """The lines with spaces that look like others, and are none."""
    if not matched(r"SyntaxError: invalid non-printable character U\+(00A0|202F|3000|20[01]\d)", stop, submission):
        return None
    lines = [number for number, row in enumerate(submission.lines, 1) if re.search(_ODD_SPACES, row)]
    places = some([submission.place(line) for line in lines], MOST_PLACES)
    return (
        f"In {places} there are spaces that were copied from a web page or a document, and only look like"
        " spaces: delete them, and type them again."
    )


def _imported_otherwise(stop: Raised, submission: Submission) -> str | None:
    """NumPy under another name than the one that the file uses."""
    imported = re.search(r"^import numpy(?: as (\w+))?\s*(?:#.*)?$", submission.text, re.MULTILINE)
    unknown = matched(r"NameError: name '(np|numpy)' is not defined", stop, submission)
    known = imported and (imported[1] or "numpy")
    if imported is None or unknown is None or known == unknown[1]:
        return None
    place = submission.place(submission.text[: imported.start()].count("\n") + 1)
    told = f"write {known} here" if unknown[1] == "numpy" else "write `import numpy as np` there"
    return f"In {place} NumPy is imported as `{known}`: {told}."


def _misspelled_method(stop: Raised, submission: Submission) -> str | None:
    """What Python looks for by another name, in a class that was to have it."""
    if not matched(r"TypeError: \w+\(\) takes no arguments", stop, submission):
        return None
    meant = re.search(r"^[ \t]*def (?!__init__\()(_{0,2}(?:init|int|inti)_{0,2})\(", submission.text, re.MULTILINE)
    return f"{meant[1]} has to be called __init__, with two underscores on each side." if meant else None


def _without_object(stop: Raised, submission: Submission) -> str | None:
    """A method that does not take the object that it is called on."""
    called = matched(
        r"TypeError: \w+\.(\w+)\(\) takes \d+ positional arguments? but \d+ (was|were) given", stop, submission
    )
    if not called or not re.search(rf"^[ \t]+def {called[1]}\((?!\s*(self|cls)\b)", submission.text, re.MULTILINE):
        return None
    return f"A method gets its object first: def {called[1]}(self, …)."


def _lacks_arguments(stop: Raised, submission: Submission) -> str | None:
    """A function or class of the file's own that was called without what it takes."""
    lacking = re.match(r"(?:(\w+)\.)?(\w+)\(\) missing \d+ required positional argument", stop.message)
    if lacking is None:
        return None
    if lacking[1] and re.search(rf"\b{lacking[1]}\.{lacking[2]}\(", row_of(stop, submission)):
        return f"A method is called on an object of its class: {short_name(call_of(submission.text, lacking[2]))}."
    name = lacking[1] if lacking[2] == "__init__" else lacking[2]
    call = with_its_brackets(submission.text, name)
    return f"The brackets of the call take what {short_name(name)} needs: {short_name(call)}." if call else None


def _nothing_in_block(stop: Raised, submission: Submission) -> str | None:
    """The line whose block has nothing in it."""
    opens = matched(r"IndentationError: expected an indented block after .* on line (\d+)", stop, submission)
    if not opens:
        return None
    place = at_the_beginning(submission.place(int(opens[1])))
    told = f"{place} opens a block: what belongs to it begins four spaces further right"
    return f"{told}, and a comment is none of it."


def _all_indented(stop: Raised, submission: Submission) -> str | None:
    """The lines that all stand as far to the right as the one at which nothing opens a block."""
    if stop.type != "IndentationError" or not stop.message.startswith("unexpected indent"):
        return None
    spaces = re.match(r"[ \t]*", submission.row(stop.line))
    indented = spaces[0] if spaces else ""
    following = takewhile(lambda row: row.startswith(indented) or not row.strip(), submission.lines[stop.line - 1 :])
    together = [number for number, row in enumerate(following, stop.line) if row.strip()]
    if len(together) < FEWEST_TOGETHER:
        return None
    first, last = submission.place(together[0]), submission.place(together[-1])
    many = f"{len(indented)} spaces" if indented.strip(" ") == "" else "the same spaces"
    return f"From {first} to {last}, every line begins with {many} too many: take these out before each of them."


def _begun_empty(stop: Raised, submission: Submission) -> str | None:
    """A list that was made without any places."""
    if not matched(r"IndexError: list (assignment )?index out of range", stop, submission):
        return None
    error = error_and_row(stop, submission)
    indexed = dict.fromkeys(re.findall(r"\b(\w+)\[", error))
    empty = next((name for name in indexed if re.search(rf"^[ \t]*{name} = \[\]", submission.text, re.MULTILINE)), None)
    if empty and re.search(rf"\b{empty}\[-1\]", error):
        return f"{empty} begins empty, and has no last entry yet: put the first one in where it is made, {empty} = [X]."
    return f"{empty} begins empty, and has no places yet: start from [[0, 0], [0, 0]], or append." if empty else None


def _called_shape(stop: Raised, submission: Submission) -> str | None:
    """How a shape is read that was called as a function: `C.shape()`, `C.shape(0)`."""
    called = matched(r"TypeError: 'tuple' object is not callable\n.*?([\w.]{0,30}\.shape)\((\d?)\)", stop, submission)
    if called is None:
        return None
    square = f"{called[1]}[{called[2]}], with square brackets." if called[2] else ""
    return f"Write {square or f'{called[1]}, without brackets behind it.'}"


def _decimal_comma(stop: Raised, submission: Submission) -> str | None:
    """Where a number that a matrix is multiplied with has a comma: `W = 0,1 * np.random.randn(8, 16)`."""
    written = re.search(r"^[ \t]*\w+[ \t]*=[ \t]*(\d{1,9}),(\d{1,9})[ \t]*\*", submission.text, re.MULTILINE)
    if not written or not matched(
        r"ValueError: (setting an array element|matmul)|TypeError: .*'tuple'", stop, submission
    ):
        return None
    place = submission.place(submission.text[: written.start()].count("\n") + 1)
    return f"In {place} a comma makes two things of one number: write {written[1]}.{written[2]}, with a point."


def _begun_nowhere(stop: Raised, submission: Submission) -> str | None:
    """What is added to, and has no value yet."""
    unknown = re.match(r"(?:name|cannot access local variable) '(\w+)'", stop.message)
    if not unknown or not re.match(rf"\s*{unknown[1]}\s*[-+*/]=", submission.row(stop.line)):
        return None
    first = bound_names(submission.text).get(unknown[1], stop.line)
    if function_around(submission.text, first) != function_around(submission.text, stop.line):
        # It has one outside.
        return None
    return f"{unknown[1]} has no value yet to which this could be added: write {unknown[1]} = 0 before the loop."


def _made_of_nothing(stop: Raised, submission: Submission) -> str | None:
    """The name at that line that was given what something gives back which gives nothing: `X = np.random.seed(42)`."""
    for name in sorted(names_in(row_of(stop, submission))):
        made = re.search(rf"^[ \t]*{name} = ([\w.]*\b{_GIVE_NOTHING})\(", submission.text, re.MULTILINE)
        line = submission.text[: made.start()].count("\n") + 1 if made else stop.line
        if made and line != stop.line:
            given = short_name(made[1])
            return f"{name} is None, by {submission.place(line)}: {given}() does something, and gives nothing back."
    return None


def _of_a_later_python(stop: Raised, submission: Submission) -> str | None:
    """What Python had not learnt yet when the one that grades came out."""
    later = next(
        (since for since, pattern in _LATER if sys.version_info < since and matched(pattern, stop, submission)),
        None,
    )
    if later is None:
        return None
    needed, here = (".".join(map(str, version[:2])) for version in (later, sys.version_info))
    return f"This needs Python {needed}; here files are graded with Python {here}."


def _hidden(stop: Raised, submission: Submission) -> str | None:
    """The function, Python's or the file's own, whose name was given to something that cannot be called."""
    if not matched(r"TypeError: '[\w.]+' object is not callable", stop, submission):
        return None
    names, own = bound_names(submission.text), functions_in(submission.text)
    for name in re.findall(r"\b(\w+)\(", error_and_row(stop, submission)):
        given = re.search(rf"^[ \t]*{name}[ \t]*=[^=]", submission.text, re.MULTILINE) if name in own else None
        if given or (name in names and name not in own and hasattr(builtins, name)):
            line = submission.text[: given.start()].count("\n") + 1 if given else names[name]
            return (
                f"{short_name(name)} is no function any more since {submission.place(line)}: choose another name there."
            )
    return None


def _given_away(stop: Raised, submission: Submission) -> str | None:
    """NumPy's name, where it was given to something else: `np = 5`."""
    if not matched(r"AttributeError: '\w+' object has no attribute '\w+'\n.*\bnp\.", stop, submission):
        return None
    given = re.search(r"^[ \t]*np\s*=[^=]", submission.text, re.MULTILINE)
    if given is None:
        return None
    place = submission.place(submission.text[: given.start()].count("\n") + 1)
    return f"np is not NumPy any more since {place}: choose another name there."


def _other_key(stop: Raised, submission: Submission) -> str | None:
    """The key that a dictionary of the file has in the place of one that it has not."""
    from difflib import get_close_matches

    lacking = re.fullmatch(r"'(\w{1,40})'", stop.message.strip()) if stop.type == "KeyError" else None
    keys = keys_in(submission.text) if lacking else {}
    for name in sorted(names_in(row_of(stop, submission))) if lacking else ():
        known = keys.get(name, [])
        same = [key for key in known if lacking and key.casefold() == lacking[1].casefold()]
        if lacking and (near := same or get_close_matches(lacking[1], known, n=1, cutoff=0.6)):
            return f'Did you mean {name}["{short_name(near[0])}"]?'
    return None


def _counted_nowhere(stop: Raised, submission: Submission) -> str | None:
    """What stands between square brackets as an index, and which no loop counts."""
    unknown = re.match(r"name '([^\W\d])' is not defined", stop.message)
    row = row_of(stop, submission)
    if (
        unknown is None
        or unknown[1] in bound_names(submission.text)
        or not re.search(rf"[\[,]\s*{unknown[1]}\s*[\],]", row)
    ):
        return None
    name = unknown[1]
    return f"No loop counts {name}: put this line into one more, for {name} in range(…):, inside of those around it."


_ADVISERS: tuple[Callable[[Raised, Submission], str | None], ...] = (
    lacking_in_a_notebook,
    _hidden_spaces,
    advice_on_signs,
    _misspelled_method,
    _nothing_in_block,
    _all_indented,
    _begun_empty,
    _called_shape,
    _decimal_comma,
    _begun_nowhere,
    _made_of_nothing,
    _of_a_later_python,
    _imported_otherwise,
    _lacks_arguments,
    _hidden,
    _given_away,
    _known,
    _without_object,
    _other_key,
    _counted_nowhere,
    meant_by_name,
    meant_of_object,
    meant_of_numpy,
)
"""They are asked in this order until one of them knows something: first who looks at the rest of the file, and so knows
this mistake from others, then what is told of every error of one kind, and last who guesses what was meant."""
