"""What to take out of code that was copied with what stood around it: of the error with its message, and the line."""

from __future__ import annotations

OF_COPIED_TEXT = (
    (
        r"(SyntaxError|IndentationError).*\n\s*(>>>(?!>)|\.\.\. )",
        "`>>>` and `...` are Python's prompt, not code: take them out of every line.",
    ),
    (
        r"(SyntaxError|NameError).*\n\s*(In|Out) ?\[\d*\]:",
        "In [1]: is a notebook's prompt, and no code: take it out of every line.",
    ),
    (r"SyntaxError.*\n\s*[%!]\s*\w", "Lines that begin with % or ! are for notebooks: take them out of a Python file."),
    (
        r"SyntaxError.*\n\s*(<{7}|={7}|>{7})",
        "This line is a mark of git's where two versions did not fit: keep one of them, and take the three marks out.",
    ),
    (
        r"SyntaxError.*\n\s*(\$ )?(pip3?|conda|python3?|cd|git) [\w.-]",
        "This is a command for a terminal, and no Python: take it out of the file.",
    ),
    (
        r"SyntaxError.*\n\s*(```|~~~)",
        "Lines with ``` or ~~~ belong to the text that the code was copied from: take them out.",
    ),
    (
        r"(SyntaxError|IndentationError).*\n\s*\d+[:.|]?\s+(import|from|def|class|for|if|print|#|\w+ ?[=.(])",
        "This line begins with its number: take the numbers of the lines out.",
    ),
    (
        r"SyntaxError.*\n[-+>|] ?(import|from|def|class|for|if|print|#|\w+ ?[=.(])",
        "Each line begins with a mark of what it was copied from, as a comparison of two versions has: take these out.",
    ),
    (
        r"SyntaxError.*\n\s*<(!DOCTYPE|html|div|p)\b",
        "This is a web page: hand in the file itself, not a page about it.",
    ),
    (r"SyntaxError.*\n\s*\{\\rtf", "This is a document of a word processor: save it as plain text, with the name .py."),
    (
        r"SyntaxError.*\n\s*(For\s+\w+\s+in\b|(While|If|Elif|Def|Class|Else|Try|With)\b.*:\s*(#.*)?$|Import\s+\w|"
        r"From\s+\w+\s+import|Return\b|(If|Elif|While|Assert)\s+(not\s+)?[\w.\[\]]+\s*([=!<>]=|[<>:(]|$)|"
        r"(Def|Class)\s+\w+\s*[(:])|"
        r"SyntaxError.*\n\s*(?!for\b|while\b|if\b|elif\b|def\b)(?i:for\s+\w+\s+in|(while|if|elif|def)\b.*:\s*$)|"
        r"SyntaxError.*\n[^'\"#]*[\w\])]\s+(And|Or|In|Is|Not|AND|OR|IN|IS|NOT)\s+\w",
        "Python's own words begin with a small letter: import, for, if, def, return.",
    ),
    (
        r"SyntaxError.*\n\s*(\d+[.)]\s*|[-*•]\s+)?([A-Z]\w+[!,.]? (?i:is|are|here|this|the|we|you|to|let)\b|"
        r"(?!\w+(, ?\w+)*\s*=)[A-Z][\w'’-]*(,? [\w'’-]+){3})",
        "This line is a sentence, and no Python: put # before it, or take it out.",
    ),
)
"""The first pattern that fits tells it."""
