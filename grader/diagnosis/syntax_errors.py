"""What to write where Python cannot read a line: of the error with its message, and the line below it."""

from __future__ import annotations

_CLOSED = r"(?:[^=,()\[\]\n]|\((?:[^()\n]|\([^()\n]{0,80}\)){0,80}\)|\[(?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,80}\]){0,80}"
"""What has as many brackets as it needs, and no = or comma outside of them."""
SYNTAX_ERRORS = (
    (
        r"SyntaxError.*\n\s*(?!import\b|from\b)(i\w*mp?\w*t|form|improt|imprt)\s+\w",
        "Did you mean `import`, or `from`?",
    ),
    (
        r"SyntaxError.*\n[^\"'#]*([\d\])]|\b[A-Z]\w*|\b[a-z])\s+x\s+(\w*\d|[(\[]|[A-Z]|[a-z]\b)",
        "Times is written * in Python, and @ for matrices.",
    ),
    (
        rf"SyntaxError: (invalid syntax|cannot assign).*\n\s*[^\W\d][\w.]{{0,40}}\s{{0,9}}(={{1,2}}(?!=))?{_CLOSED}"
        r"(\band|, *then|\bthen|,)\s+[^\W\d]\w*\s*=[^=]",
        "Each statement, as A = …, stands on a line of its own; `and` joins conditions, a comma values.",
    ),
    (
        r"SyntaxError: .*Maybe you meant '==' .*\n\s*(if|while|elif|assert)\b|"
        r"SyntaxError: (invalid syntax|cannot assign).*\n\s*assert\b[^\"'#]*[^=!<>]=[^=]",
        "== asks whether two things are equal, also after if and assert; = gives a value.",
    ),
    (r"SyntaxError.*\n[^\"'#]*[-+*/]\s+=", "+= is written without a space in it."),
    (r"SyntaxError.*\n.*\]\s+\w+\[", "Between two factors stands a *: A[i][k] * B[k][j]."),
    (r"SyntaxError.*\n.*\bin\s+range\s+\w", "range takes its numbers in round brackets: range(2)."),
    (
        r"SyntaxError: invalid decimal literal",
        "A name does not begin with a figure, as h1 does not; between a number and a name stands a *.",
    ),
    (
        r"SyntaxError: invalid syntax[^\n]*\n\s*[^\W\d]\w* \w+\s*=[^=]|"
        r"SyntaxError: cannot assign to expression[^\n]*\n\s*[^\W\d]\w*(-\w+)+\s*=[^=]",
        "A name has no space and no - in it: hidden_1, or hidden1.",
    ),
    (
        r"SyntaxError: invalid syntax[^\n]*\n\s*[\w.]+\s*=\s*\w+(\.T)?(?! (?:if|or|and|in|is|not)\b) \w+(\.T)?\s*$",
        "Between two matrices stands an @: X @ W1.",
    ),
    (
        r"SyntaxError: cannot assign to .*\n[^=]*[^=!<>]=[^=]",
        "What gets the value stands to the left of =, and what is computed to the right: hidden1 = X @ W1.",
    ),
    (r"SyntaxError: unmatched '[)\]}]'", "This bracket closes nothing: there is one too many, or none that opens it."),
    (r"SyntaxError: invalid syntax[^\n]*\n[^#]*=\s*(#.*)?$", "Nothing stands behind the =."),
    (
        r"SyntaxError: (f-string: )?invalid syntax. Perhaps you forgot a comma",
        "Between two values there is a comma, or a sign that says what is to be done with them.",
    ),
    (
        r"IndentationError: unexpected indent",
        "This line begins further to the right than the one above, and nothing opens a block there: take the spaces "
        "before it out, or look whether the line above lacks its colon.",
    ),
    (
        r"IndentationError: unindent",
        "This line begins where none of the lines above does: give it the same spaces as the line that it belongs to.",
    ),
    (r"TabError", "Tabs and spaces are mixed: write four spaces for each level, and no tabs."),
    (
        r"SyntaxError: 'return' outside function",
        "This return belongs to no function: indent it as far as the function's other lines, or print instead.",
    ),
    (r"SyntaxError: Missing parentheses in call to 'print'", "In Python 3 print is a function: write print(…)."),
    (r"SyntaxError: expected ':'", "A line that opens a block (for, while, if, def, class, …) ends with a colon."),
    (
        r"SyntaxError: invalid non-printable character U\+(200[B-F]|2060|FEFF|00AD)",
        "This character cannot be seen: delete it, with its neighbours, and type these again.",
    ),
    (
        r"SyntaxError: unexpected character after line continuation.*\n.*\\\s+$",
        "Behind a \\ that goes on in the next line nothing may stand, not even a space; brackets need no \\.",
    ),
    (
        r"SyntaxError: invalid character '[₀-₉⁰¹²³⁴-⁹]'",
        "A name has no raised or lowered figures: write W1, and a power with **.",
    ),
    (r"SyntaxError: invalid character '…'", "… stands for what was left out: write it in its place."),
    (
        r"SyntaxError: invalid (non-printable )?character",
        "This character only looks like the right one (word processors and web pages exchange them): type it again.",
    ),
    (
        r"SyntaxError: closing parenthesis '.' does not match",
        "Another bracket was opened last, and has to be closed before this one.",
    ),
    (r"SyntaxError: '[([{]' was never closed", "This bracket is opened here, and nothing closes it."),
    (
        r"SyntaxError: unterminated triple-quoted",
        "A text that begins with three quotes ends with three quotes, and these are missing: all that follows is text.",
    ),
    (
        r"SyntaxError: this code is nested too deeply",
        "Hundreds of things stand inside one another, or behind one another in one line: spread them over several.",
    ),
    (r"SyntaxError: unterminated", "A text that begins with a quote ends with the same quote, on the same line."),
)
"""The first pattern that fits tells it."""
