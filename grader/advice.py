"""What to try about an error, where the error itself and the line that it stands on tell it."""

from __future__ import annotations

import builtins
import re

from grader.comparisons import compared_alone
from grader.other_languages import OF_OTHER_LANGUAGES
from grader.source import bound_names
from grader.submission import Submission
from grader.trace import Raised

_OF_A_NOTEBOOK = "get_ipython() is a notebook's: take such lines out of a Python file."
_ADVICE = (
    (
        r"ModuleNotFoundError: No module named '(?i:n\w{1,3}p\w{0,2}|np|num)'",
        "Did you mean `import numpy as np`?",
    ),
    (r"NameError: name 'get_ipython' ", _OF_A_NOTEBOOK),
    (
        r"FileNotFoundError",
        "No other file is there when this one is graded: write the numbers that it needs into it.",
    ),
    (
        r"TypeError: '[\w.]+' object is not subscriptable\n.*\b(?:np|numpy)\.(\w+\.)?\w+\[",
        "Square brackets take something out of a list; a function is called with round ones: np.dot(A, B).",
    ),
    (
        r"TypeError: list indices must be integers or slices, not tuple\n.*\[[\d., ]+\]\s*\[[\d., ]+\]",
        "A comma is missing between the rows: [[1, 2], [3, 4]].",
    ),
    (
        r"TypeError: Field elements must be .*\n.*array\(",
        "np.array takes all rows in one list: np.array([[1, 2], [3, 4]]).",
    ),
    (
        r"TypeError: Cannot interpret '\d+' as a data type\n.*\b(zeros|ones|empty|array)\(",
        "The shape is one value, in brackets of its own: np.zeros((2, 2)).",
    ),
    (
        r"TypeError: not all arguments converted during string formatting\n.*%.*\bshape\b",
        'A shape is two numbers, and % takes each for a value of its own: print(f"{C.shape}").',
    ),
    (
        r"TypeError: \w+\.\w+\(\) takes \d+ positional arguments? but \d+ were given",
        "A method gets its object first: def forward(self, x).",
    ),
    (
        r"TypeError: ('list' object cannot be interpreted as an integer|only integer scalar arrays).*\n.*\brange\(",
        "range takes a number: range(len(A)).",
    ),
    (
        r"AttributeError: 'NoneType' object has no attribute '\w+'\n.*\bprint\(.*\)\.\w+",
        "The attribute belongs inside of the brackets: print(H1.shape).",
    ),
    (
        r"AttributeError: 'NoneType' object has no attribute '(append|extend|sort)'",
        "append changes the list itself and gives None: write row.append(total), without row = before it.",
    ),
    (
        r"ValueError: The truth value of an array.*\n.*\b(max|min)\(",
        "max and min look for the greatest and least of several; np.maximum(0, z) goes entry by entry.",
    ),
    (
        r"TypeError: 'float' object cannot be interpreted as an integer\n.*\bnp\.(max|min)\(|"
        r"\w*AxisError.*\n.*\bnp\.(max|min)\(",
        "np.max looks for the greatest along an axis; np.maximum(0, z) goes entry by entry.",
    ),
    (r"NameError: name 'np' is not defined", "Write `import numpy as np` at the top of the file."),
    (
        r"ValueError: matmul: .* does not have enough dimensions.*\n.*\.transpose\b(?!\()",
        "Write A.T, or A.transpose().",
    ),
    (r"TypeError: 'numpy.ndarray' object is not callable\n.*\.T\(\)", "Write A.T, without brackets behind it."),
    (
        r"IndentationError",
        "The line above opens a block: what belongs to it begins four spaces further to the right.",
    ),
    (r"TabError", "Tabs and spaces are mixed: write four spaces for each level, and no tabs."),
    (r"SyntaxError.*\n\s*(>>>|\.\.\. )", "`>>>` and `...` are Python's prompt, not code: take them out of every line."),
    (r"SyntaxError.*\n\s*[%!]\s*\w", "Lines that begin with % or ! are for notebooks: take them out of a Python file."),
    (
        r"SyntaxError.*\n\s*(<{7}|={7}|>{7})",
        "This line is a mark of git's where two versions did not fit: keep one of them, and take the three marks out.",
    ),
    (r"SyntaxError.*\n.*\w(\+\+|--)\s*(#.*)?$", "Python has no ++: write k += 1."),
    (
        r"SyntaxError.*\n\s*(pip3?|conda|python3?|cd|git) \w",
        "This is a command for a terminal, and no Python: take it out of the file.",
    ),
    (
        r"SyntaxError: 'return' outside function",
        "This return belongs to no function: indent it as far as the function's other lines, or print instead.",
    ),
    (r"SyntaxError: unterminated string.*\n.*\w'\s*([@*)\],]|$)", "A' is how MATLAB turns a matrix: write A.T."),
    (r"SyntaxError.*\n\s*```", "Lines with ``` belong to the text that the code was copied from: take them out."),
    (r"SyntaxError: Missing parentheses in call to 'print'", "In Python 3 print is a function: write print(…)."),
    (r"SyntaxError: expected ':'", "A line that opens a block (for, while, if, def, class, …) ends with a colon."),
    (
        r"SyntaxError: invalid (non-printable )?character",
        "This character only looks like the right one (word processors and web pages exchange them): type it again.",
    ),
    (r"SyntaxError: '[([{]' was never closed", "This bracket is opened here, and nothing closes it."),
    (r"SyntaxError: unterminated", "A text that begins with a quote ends with the same quote, on the same line."),
    (
        r"IndexError: list assignment index out of range",
        "A list has only the places that it was made with: start from [[0, 0], [0, 0]], or append.",
    ),
    (
        r"IndexError: list index out of range",
        "Places of a list are counted from 0, and the last one is len - 1: print the index and the list before it.",
    ),
    (r"TypeError: list indices must be integers or slices, not tuple", "A list takes one index at a time: A[i][k]."),
    (
        r"TypeError: list indices must be integers or slices, not (list|float|str)",
        "`for i in A` gives A's rows themselves; `for i in range(len(A))` gives the numbers to index with.",
    ),
    (r"TypeError: 'int' object is not iterable\n\s*for ", "A loop over numbers needs range: for i in range(2)."),
    (
        r"TypeError: unsupported operand type\(s\) for @: 'list' and 'list'",
        "Lists have no product; NumPy's arrays have: np.array(A) @ np.array(B).",
    ),
    (
        r"TypeError: can only concatenate str.*\n.*\bprint\(",
        "+ joins a text only with a text. Give print several values, with commas between, or use an f-string.",
    ),
    (
        r"TypeError: (can only concatenate str|unsupported operand type\(s\) for \+=?: '\w+' and 'str')",
        'One of the two is a text, as "0" is with its quotes; numbers are written without them.',
    ),
    (r"TypeError: 'tuple' object is not callable\n.*\.shape\(", "Write C.shape, without brackets behind it."),
    (
        r"TypeError: 'tuple' object cannot be interpreted as an integer\n.*\brandn?\(",
        "np.random.randn takes the lengths one by one: np.random.randn(100, 8).",
    ),
    (
        r"TypeError: only (0-dimensional|length-1|size-1) arrays can be converted.*\n.*\bmath\.",
        "math works on single numbers; NumPy's function of the same name takes whole arrays.",
    ),
    (
        r"ValueError: operands could not be broadcast together.*\n.*(==|!=|equal|close)",
        "What is compared here has two different shapes: print both.",
    ),
    (
        r"ValueError: operands could not be broadcast together",
        "Entry by entry needs the same shapes; a bias has one number for each column. A product of matrices is @.",
    ),
    (
        r"UnboundLocalError",
        "A name that gets a value in a function is its own: set it inside of the function first.",
    ),
    (r"RecursionError", "The function calls itself without an end: which case returns without calling it again?"),
)
"""Of the error with its message, and the line below it."""


def advice_on(stop: Raised, submission: Submission) -> str | None:
    """What to try about the exception that ended a file; None where nothing more is known."""
    line = submission.row(stop.line)
    error = f"{stop.type}: {stop.message}\n{line}"
    known = next((told for pattern, told in (*OF_OTHER_LANGUAGES, *_ADVICE) if re.match(pattern, error)), None)
    if known == _OF_A_NOTEBOOK and submission.cells:
        known = "Nothing answers get_ipython() where this notebook is graded: take such lines out of it."
    return (
        _misspelled_method(submission, error)
        or _imported_otherwise(submission, error)
        or known
        or _hidden(submission, error)
        or _meant(submission, error)
        or _meant_of_numpy(error)
    )


def _imported_otherwise(submission: Submission, error: str) -> str | None:
    """NumPy under another name than the one that the file uses."""
    imported = re.search(r"^import numpy(?: as (\w+))?\s*(?:#.*)?$", submission.text, re.MULTILINE)
    if not error.startswith("NameError: name 'np' is not defined") or not imported or imported[1] == "np":
        return None
    place = submission.place(submission.text[: imported.start()].count("\n") + 1)
    return f"In {place} NumPy is imported as `{imported[1] or 'numpy'}`: write `import numpy as np` there."


def _misspelled_method(submission: Submission, error: str) -> str | None:
    """What Python looks for by another name, in a class that was to have it."""
    if not re.match(r"TypeError: \w+\(\) takes no arguments", error):
        return None
    meant = re.search(r"^[ \t]*def (?!__init__\()(_{0,2}(?:init|int|inti)_{0,2})\(", submission.text, re.MULTILINE)
    return f"{meant[1]} has to be called __init__, with two underscores on each side." if meant else None


def _hidden(submission: Submission, error: str) -> str | None:
    """The function of Python's own whose name was given to something that cannot be called."""
    if not re.match(r"TypeError: '\w+' object is not callable", error):
        return None
    names = bound_names(submission.text)
    hidden = [name for name in re.findall(r"\b(\w+)\(", error) if name in names and hasattr(builtins, name)]
    if not hidden:
        return None
    return f"{hidden[0]} is no function any more since {submission.place(names[hidden[0]])}: choose another name there."


def _meant(submission: Submission, error: str) -> str | None:
    """The name that was meant by one that is not known."""
    unknown = re.match(r"NameError: name '(\w+)' is not defined", error)
    if unknown is None:
        return None
    from difflib import get_close_matches

    names = bound_names(submission.text)
    if line := compared_alone(submission.text).get(unknown.group(1)):
        return (
            f"In {submission.place(line)} it is only compared: == asks whether two things are equal, = gives a value."
        )
    if line := names.pop(unknown.group(1), None):
        return f"It gets a value in {submission.place(line)}, which is not done yet, or inside of a function."
    near = get_close_matches(unknown.group(1), names, n=1, cutoff=0.7)
    return f"Did you mean `{near[0]}`, of {submission.place(names[near[0]])}?" if near else None


def _meant_of_numpy(error: str) -> str | None:
    """What NumPy, or an array, has by nearly the name that was asked for."""
    unknown = re.match(
        r"AttributeError: (?:module 'numpy(?:\.(random|linalg))?'|'numpy\.(ndarray)' object) has no attribute '(\w+)'",
        error,
    )
    if unknown is None:
        return None
    from difflib import get_close_matches

    import numpy as np

    module, array, name = unknown.groups()
    owner = getattr(np, module or array) if module or array else np
    known = [one for one in dir(owner) if not one.startswith("_")]
    same = [one for one in known if one.casefold() == name.casefold()]
    near = same or get_close_matches(name, known, n=1, cutoff=0.75)
    return f"Did you mean `{near[0]}`?" if near else None
