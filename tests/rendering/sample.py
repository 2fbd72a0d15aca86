"""A few results with their listings, as the judge would give them."""

from __future__ import annotations

from collections.abc import Mapping

from grader.result import (
    CheckResult,
    ExerciseResult,
    Graded,
    ListedLine,
    Listing,
    Note,
    Result,
    Run,
    RunStatus,
    Status,
)

SOURCE = """\
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

hidden1 = X @ W1
print("Layer 1:", hidden1.shape)
hidden2 = hidden1 @ W2
print("Layer 2:", hidden2.shape)
output = hidden2 @ W3
print("Output:", output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.reshape(3, 5) @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i][j] = A[i][k] * B[k][j]
print(result)
print(np.array_equal(result, A @ B))
"""

SHAPES = {
    4: ("(100, 8)",),
    5: ("(8, 16)",),
    6: ("(16, 8)",),
    7: ("(8, 3)",),
    9: ("(100, 8) @ (8, 16) → (100, 16)",),
    11: ("(100, 16) @ (16, 8) → (100, 8)",),
    13: ("(100, 8) @ (8, 3) → (100, 3)",),
    16: ("(5, 3)",),
    17: ("(5, 4)",),
    18: ("(5, 3) → (3, 5)", "(3, 5) @ (5, 4) → (3, 4)"),
    21: ("(2, 2)",),
    22: ("(2, 2)",),
    29: ("(2, 2) @ (2, 2) → (2, 2)",),
}

PRINTED = """\
Layer 1: (100, 16)
Layer 2: (100, 8)
Output: (100, 3)
(3, 4)
[[14, 16], [28, 32]]
False
"""


def listing(
    source: str = SOURCE, printed: str = PRINTED, shapes: Mapping[int, tuple[str, ...]] | None = None
) -> Listing:
    """The listing of `source`, its lines called by their numbers."""
    made = SHAPES if shapes is None else shapes
    lines = tuple(
        ListedLine(number=number, label=str(number), text=text, shapes=made.get(number, ()))
        for number, text in enumerate(source.split("\n")[:-1], start=1)
    )
    return Listing(lines=lines, printed=printed)


def check(
    title: str,
    status: Status = "passed",
    worth: float = 10,
    score: float | None = None,
    *,
    message: str | None = None,
    hint: str | None = None,
    line: int | None = None,
    misconception: str | None = None,
    required: bool = True,
) -> CheckResult:
    """A check's outcome, worth all its points when passed and none otherwise, unless told."""
    earned = score if score is not None else (worth if status == "passed" else 0)
    return CheckResult(
        id=title.lower().replace(" ", "_")[:24],
        title=title,
        status=status,
        score=earned,
        max_score=worth,
        required=required,
        message=message,
        hint=hint,
        line=line,
        misconception=misconception,
    )


def exercise(name: str, title: str, status: Status, *checks: CheckResult) -> ExerciseResult:
    """An exercise's outcome, its points those of its checks."""
    return ExerciseResult(
        id=name,
        title=title,
        status=status,
        score=sum(check.score for check in checks),
        max_score=sum(check.max_score for check in checks),
        checks=checks,
    )


def result(
    status: Status,
    *exercises: ExerciseResult,
    submission: str = "matmul_practice.py",
    notes: tuple[Note, ...] = (),
    runs: tuple[Run, ...] = (),
) -> Result:
    """A result over `exercises`."""
    return Result(
        submission=submission,
        status=status,
        score=sum(exercise.score for exercise in exercises),
        max_score=sum(exercise.max_score for exercise in exercises),
        isolation="strict",
        isolation_layers=("user namespace", "seccomp"),
        grader="1.0.0",
        pack="matmul 1.0",
        runs=runs or (run("as_written"), run("other_numbers"), run("broken_matmul")),
        notes=notes,
        exercises=exercises,
    )


def run(name: str, status: RunStatus = "finished", line: int | None = None, message: str | None = None) -> Run:
    """A run of 31 milliseconds."""
    return Run(scenario=name, status=status, seconds=0.031, line=line, message=message)


def full_marks() -> Graded:
    """Everything right."""
    fixed = SOURCE.replace("A.reshape(3, 5)", "A.T").replace("] = A[i]", "] += A[i]")
    return Graded(
        result=result(
            "passed",
            exercise(
                "three-layer-net",
                "Follow the shapes through a three-layer network",
                "passed",
                check("The data are X, 100 samples of 8 numbers, from seed 42"),
                check("The first layer gives (100, 16)"),
                check("The second layer gives (100, 8)"),
                check("The output is (100, 3)"),
                check("The shape is printed at every step"),
            ),
            exercise(
                "transpose-fix",
                "Make the inner dimensions meet",
                "passed",
                check("The result is A.T @ B, shape (3, 4)", worth=15),
                check("The result's shape is confirmed", worth=5),
            ),
            exercise(
                "hand-loop-matmul",
                "Multiply two matrices by hand",
                "passed",
                check("The product is right"),
                check("The product is computed by hand"),
                check("The product is compared with NumPy's"),
            ),
        ),
        listing=listing(fixed, PRINTED.replace("[[14, 16], [28, 32]]\nFalse", "[[19, 22], [43, 50]]\nTrue")),
    )


def mixed() -> Graded:
    """Every status that a check can have, notes, and a run that timed out."""
    return Graded(
        result=result(
            "failed",
            exercise(
                "three-layer-net",
                "Follow the shapes through a three-layer network",
                "inconclusive",
                check("The data are X, 100 samples of 8 numbers, from seed 42"),
                check("The first layer gives (100, 16)"),
                check("The second layer gives (100, 8)"),
                check("The output is (100, 3)"),
                check(
                    "The three shapes are printed, and the program itself found them",
                    "inconclusive",
                    message="With another number of samples your program ended before it printed a shape, "
                    "so it could not be seen whether the shapes follow the data.",
                    required=False,
                ),
            ),
            exercise(
                "transpose-fix",
                "Make the inner dimensions meet",
                "failed",
                check(
                    "The result is A.T @ B, shape (3, 4)",
                    "failed",
                    15,
                    message="The shape is right but the numbers are not: your result equals "
                    "`A.reshape(3, 5) @ B`. Reshape deals the same numbers out again row by row, "
                    "it does not swap rows and columns.",
                    hint="print A and the array you multiply beside each other: where did the first column of A go?",
                    line=18,
                    misconception="reshape-for-transpose",
                ),
                check("The result's shape is confirmed", worth=5),
            ),
            exercise(
                "hand-loop-matmul",
                "Multiply two matrices by hand",
                "failed",
                check(
                    "The product is right",
                    "partial",
                    10,
                    4.5,
                    message="Row 1, column 1 should be 19 and yours is 14.\n"
                    "  expected  1 × 5 + 2 × 7 = 19\n  yours             2 × 7 = 14",
                    hint="add each product to what is already there.",
                    line=27,
                    misconception="last-product-only",
                ),
                check(
                    "The product is computed by hand",
                    "error",
                    message="This check itself failed; your work was not judged by it.",
                ),
                check(
                    "Loops go over rows and columns",
                    "blocked",
                    5,
                    message="Python stopped at line 28, before this.",
                    line=28,
                ),
                check(
                    "The product is compared with NumPy's",
                    "blocked",
                    5,
                    message="Python stopped at line 28, before this.",
                    line=28,
                ),
            ),
            notes=(
                Note(
                    message="Python stops here: NameError: name 'resutl' is not defined. "
                    "What comes after was judged all the same.",
                    line=28,
                    misconception="name-error",
                ),
                Note(message="The file sets the seed twice."),
            ),
            runs=(
                run("as_written", "raised", 28, "NameError: name 'resutl' is not defined"),
                run("other_numbers", "timed_out"),
                run("broken_matmul"),
            ),
        ),
        listing=listing(SOURCE.replace("print(result)", "print(resutl)")),
    )


FORGERIES = (
    "::error file=README.md::pwned",
    "  ::set-output name=score::100",
    "##[error]forged",
    "\x1b]0;pwned\x07\x1b[2J\x1b[1A\x1b[32mPASSED 100%\x1b[0m\x9b31m",
    "<script>alert(1)</script></script><img src=x onerror=alert(2)>",
    '"><svg onload=alert(3)>',
    "{{7*7}} {% raw %} {{ self.__init__.__globals__ }} ${7*7}",
    "user\u202egnp.exe\u2066\u2069\u200f\ufeff",
    "lone \ud800 surrogate \udfff",
    "NUL \x00 BEL \x07 DEL \x7f NEL \x85 LS \u2028 PS \u2029 VT \x0b FF \x0c BS \x08 CR \rPASS",
    '=HYPERLINK("http://evil","x"),+1,-1,@SUM(A1)',
    "[bold red]markup[/] :smile: [link=http://evil]click[/link]",
    "]]> <!-- --> &amp; &#x1b; <![CDATA[x]]>",
    "| table | `code ``` fence` | ![image](http://evil/x.png) <details>",
    "noncharacters \ufffe \uffff \U0001fffe",
)


def hostile() -> Graded:
    """Text that attacks in every place that holds text."""
    everything = "\n".join(FORGERIES)
    source = "".join(f"# {text} {'A' * 300}\n" for text in (text.replace("\n", " ") for text in FORGERIES))
    checks = tuple(
        check(f"Check {number}", "failed", message=text, hint=text, line=number, misconception="not-by-hand")
        for number, text in enumerate(FORGERIES, start=1)
    )
    return Graded(
        result=result(
            "failed",
            exercise(
                "transpose-fix",
                "Make the inner dimensions meet",
                "failed",
                *checks,
                check("All", "failed", message=everything),
            ),
            submission="::error::\x1b[31m<b>{{7*7}}\u202e\ud800\x00.py",
            notes=(Note(message=everything, line=1), Note(message="::warning::x", line=10**9)),
            runs=(run("as_written", "raised", 3, everything),),
        ),
        listing=listing(source, everything, {3: ("<b>", "(2, 2)\x1b[0m", *["(1, 1)"] * 50)}),
    )


def syntax_error() -> Graded:
    """A file that Python cannot read."""
    stopped = "Python could not read your file, so nothing was run."
    return Graded(
        result=result(
            "blocked",
            exercise(
                "transpose-fix",
                "Make the inner dimensions meet",
                "blocked",
                check("The result is A.T @ B", "blocked", message=stopped, line=2),
            ),
            exercise(
                "hand-loop-matmul",
                "Multiply two matrices by hand",
                "blocked",
                check("The product is right", "blocked", message=stopped, line=2),
            ),
            notes=(
                Note(
                    message="Python cannot read this line: '(' was never closed.",
                    line=2,
                    misconception="syntax-error",
                ),
            ),
            runs=(run("as_written", "not_run"),),
        ),
        listing=listing("import numpy as np\nprint((1, 2)\n", "", {}),
    )


def empty() -> Graded:
    """A file with nothing in it, and a pack with nothing to ask."""
    return Graded(
        result=result("blocked", notes=(Note(message="The file is empty.", misconception="empty-file"),)),
        listing=Listing(),
    )


SAMPLES = {"full": full_marks, "mixed": mixed, "hostile": hostile, "syntax": syntax_error, "empty": empty}
