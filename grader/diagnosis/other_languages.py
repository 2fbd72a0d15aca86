"""What to write instead of what other languages have: of the error with its message, and the line below it."""

from __future__ import annotations

OF_OTHER_LANGUAGES = (
    (r"SyntaxError.*\n\s*//", "Comments begin with # in Python; // divides."),
    (
        r"SyntaxError.*\n\s*(\w+\s*(=|<-)\s*)?function\b[^'\"#]*\(",
        "A function begins with def, and there is a colon behind its brackets: def main():.",
    ),
    (r"SyntaxError.*\n\s*/\*", "Comments begin with # in Python, on every line of their own."),
    (
        r"SyntaxError.*\n\s*(public|private|static|final|const|int|float|double|void|var|let|auto|boolean|String)\b"
        r"(\[\]|[*&]|<\w+>)*\s+[^\W\d]",
        "Python has no types and no such words before a name: write A = [[1, 2], [3, 4]], or def main():.",
    ),
    (
        r"SyntaxError.*\n\s*for\b([^;]*;[^;]*;|\s*\w+\s*=)",
        "Python's for goes over something: for i in range(2): gives 0 and 1.",
    ),
    (
        r"SyntaxError.*\n\s*(for|if|while|def|class|else|elif)\b[^:]*(?<![=,(\[{\s])\s*\{\s*$",
        "A block begins with a colon and is indented: there are no braces around it.",
    ),
    (r"SyntaxError: unmatched '}'.*\n\s*\}", "Braces end no block in Python: what is indented less comes after it."),
    (
        r"SyntaxError.*\n\s*(for\s+\w+\s+(en|dans|em|su)\b|(para|por|pour|für|fuer|per|si|wenn|falls|se|sino|sonst|"
        r"sinon|senão|mientras|solange|enquanto|devuelve|devolver|retorna|retornar|importar|importieren|importer)\b"
        r"(\s*:|\s+[\w(]))",
        "Python's own words are English: for … in, while, if, else, def, return, import.",
    ),
    (r"SyntaxError.*\n.*[\w\])]\s*<>\s*[\w(\[]", "Unequal is written != in Python."),
    (
        r"SyntaxError.*\n.*(=|\(|\breturn)\s*new\s+[^\W\d]",
        "Python has no new: np.zeros((2, 2)), or [[0, 0], [0, 0]].",
    ),
    (r"SyntaxError.*\n.*(&&|\|\|)", "Write `and` for &&, and `or` for ||."),
    (r"SyntaxError.*\n[^'\"#]*[^=](===|!==)[^=]", "Equal is written == in Python, and unequal !=."),
    (r"SyntaxError.*\n[^'\"#]*`", 'A text stands between quotes, not between `: print(f"shape {C.shape}").'),
    (
        r"SyntaxError.*\n\s*using\s+(namespace\s+)?[\w.:]+\s*;?\s*$|NameError: name '(library|require|include)' is not",
        "Python gets a library with import: import numpy as np.",
    ),
    (
        r"SyntaxError.*\n\s*@(show|assert|time|test|printf|inbounds)\b",
        "Python has no @show and no @assert: print(C.shape), and assert C.shape == (3, 4).",
    ),
    (
        r"(SyntaxError|NameError).*\n.*\b(?i:MMULT|TRANSPOSE|SUMPRODUCT|MINVERSE)\([A-Z]{1,3}\d|"
        r"NameError: name '(MMULT|SUMPRODUCT|TRANSPOSE)'",
        "This is a spreadsheet's: MMULT(A, B) is A @ B in NumPy, and TRANSPOSE(A) is A.T.",
    ),
    (
        r"SyntaxError: invalid syntax.*\n\s*if\b[^:'\"#]*\)\s*(?!and\b|or\b|in\b|is\b|not\b|if\b)[^\W\d][^:]{0,200}$",
        "Behind the condition of an if stands a colon, and what is to be done then in a line below: if x == 1:.",
    ),
    (r"SyntaxError.*\n\s*else\s+if\b", "Write elif for else if."),
    (r"SyntaxError.*\n\s*(if|elif|while|assert)\b[\s(]*!", "Write not for !."),
    (
        r"SyntaxError.*\n.*\w(\+\+|--)\s*;?\s*(#.*)?$",
        "Python has no ++ and no --: += 1 adds one, and -= 1 takes one away.",
    ),
    (r"SyntaxError.*\n.*%\*%", "%*% is R's product of matrices: write @."),
    (r"SyntaxError.*\n.*\[[\d., ]+;[\d., ;]+\]", "Rows are lists of their own: [[1, 2], [3, 4]]."),
    (
        r"SyntaxError: (unterminated string|invalid syntax).*\n[^'\"]*\w(?<!\b[bfru])'\s*([@*)\],]|$)",
        "A' is how MATLAB turns a matrix: write A.T.",
    ),
    (
        r"SyntaxError.*\n\s*for\s+\w+\s+in\s+\[?\d+:",
        "1:2 is no range in Python: for i in range(2): gives 0 and 1.",
    ),
    (
        r"SyntaxError: (cannot assign to function call|'function call' is an illegal).*"
        r"\n\s*\w+(\([\w, ]+\))+\s*[-+*]?=",
        "Square brackets take an item, counted from 0: C[i][j] = total.",
    ),
    (r"SyntaxError.*\n.*\brange\(\d+:\d+\)", "range takes its numbers with a comma between: range(0, 2), or range(2)."),
    (r"NameError.*\n\s*\w+\s*<-", "A value is given with = in Python: X = np.random.randn(100, 8)."),
    (r"(NameError: name 'T'|TypeError: ufunc 'bitwise_xor').*\n.*\^", "^ turns no matrix: write A.T."),
    (
        r"NameError: name '(true|false|null|nil|undefined|TRUE|FALSE|NULL|NA)' is not defined",
        "Python writes True, False and None with capitals.",
    ),
    (
        r"NameError: name '(System|Console|console|cout|f?printf|println|disp|puts|echo|cat)' is not defined"
        r"\n.*\b\1(\(|\.\w+|\s*<<)",
        "Write print(…).",
    ),
    (
        r"NameError: name '(end|endfor|endif|endfunction|fi|done)' is not defined\n\s*\1\s*;?\s*$",
        "Python has no such word: a block ends where the next line begins further left. Take each of them out.",
    ),
    (
        r"NameError: name '(matrix|rnorm|runif)' is not defined\n.*\b\1\(",
        "np.random.randn(5, 3) draws the numbers of a matrix; np.array([[1, 2], [3, 4]]) makes one of those given.",
    ),
    (r"NameError: name '(t)' is not defined\n.*\bt\(", "t(A) is written A.T."),
    (r"NameError: name '(c)' is not defined\n.*\bc\(", "c(1, 2) is written [1, 2]."),
    (r"NameError: name '(this)' is not defined", "The object of a method is called self."),
    (
        r"NameError: name '(size|dim|nrow|ncol|length|numel)' is not defined\n.*\b\1\(",
        "An array's shape is A.shape, and the length of a list is len(A).",
    ),
    (
        r"NameError: name '(isequal|identical|isEqual)' is not defined|"
        r"AttributeError: '(list|numpy\.ndarray)' object has no attribute '(equals|isequal|eq)'|"
        r"AttributeError.*\n.*\ball\.equal\(",
        "np.array_equal(A, B) asks whether two arrays are equal.",
    ),
    (
        r"TypeError: '(list|numpy\.ndarray)' object is not callable\n.*\w\([\w, :]+\)",
        "Round brackets call a function; square ones take an item, counted from 0: A[i][k].",
    ),
    (
        r"TypeError: .*unhashable type: '(set|list|dict)'.*\n.*\{\s*[\[{]",
        "Lists are written with square brackets, not with braces: [[1, 2], [3, 4]].",
    ),
    (
        r"AttributeError: '(list|numpy\.ndarray)' object has no attribute '(length|len|count)'",
        "Write len(A), or A.shape.",
    ),
)
"""The first pattern that fits tells it."""
