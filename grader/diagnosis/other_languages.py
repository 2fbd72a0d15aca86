"""What to write instead of what other languages have: of the error with its message, and the line below it."""

from __future__ import annotations

OF_OTHER_LANGUAGES = (
    (r"SyntaxError.*\n\s*//", "Comments begin with # in Python; // divides."),
    (r"SyntaxError.*\n\s*/\*", "Comments begin with # in Python, on every line of their own."),
    (
        r"SyntaxError.*\n\s*(public|private|static|final|const|int|float|double|void|var|let|auto|boolean|String)\b",
        "Python has no types and no such words before a name: write A = [[1, 2], [3, 4]], or def main():.",
    ),
    (
        r"SyntaxError.*\n\s*for\s*\(?.*;.*;",
        "Python's for goes over something: for i in range(2): gives 0 and 1.",
    ),
    (
        r"SyntaxError.*\n\s*(for|if|while|def|class|else|elif)\b.*\{\s*$",
        "A block begins with a colon and is indented: there are no braces around it.",
    ),
    (r"SyntaxError.*\n\s*\}", "Braces end no block in Python: what is indented less comes after it."),
    (r"SyntaxError.*\n\s*for\s+\w+\s*=", "Python's for goes over something: for i in range(2): gives 0 and 1."),
    (
        r"SyntaxError.*\n\s*(for\s+\w+\s+(en|dans|em|su)\b|(para|por|pour|für|fuer|per|si|wenn|falls|se|sino|sonst|"
        r"sinon|senão|mientras|solange|enquanto|devuelve|devolver|retorna|retornar|importar|importieren|importer)\b)",
        "Python's own words are English: for … in, while, if, else, def, return, import.",
    ),
    (r"SyntaxError.*\n.*[\w\])]\s*<>\s*[\w(\[]", "Unequal is written != in Python."),
    (r"SyntaxError.*\n\s*import\s+numpy\s+(?!as\b)\w+\s+\w+", "Did you mean `import numpy as np`?"),
    (r"SyntaxError.*\n.*\bnew\s+\w", "Python has no new: np.zeros((2, 2)), or [[0, 0], [0, 0]]."),
    (r"SyntaxError.*\n.*(&&|\|\|)", "Write `and` for &&, and `or` for ||."),
    (r"SyntaxError.*\n\s*else\s+if\b", "Write elif for else if."),
    (r"SyntaxError.*\n\s*(if|while)\s*\(?\s*!", "Write not for !."),
    (r"SyntaxError.*\n.*%\*%", "%*% is R's product of matrices: write @."),
    (r"SyntaxError.*\n.*\[[\d., ]+;[\d., ;]+\]", "Rows are lists of their own: [[1, 2], [3, 4]]."),
    (
        r"SyntaxError.*\n\s*for\s+\w+\s+in\s+\[?\d+:",
        "1:2 is no range in Python: for i in range(2): gives 0 and 1.",
    ),
    (
        r"SyntaxError: cannot assign to function call.*\n\s*\w+\([\w, ]+\)\s*[-+*]?=",
        "Square brackets take an item, counted from 0: C[i, j].",
    ),
    (r"SyntaxError.*\n\s*(?!import\b|from\b)(i\w*mp?\w*t|form|improt|imprt)\s+\w", "Did you mean `import`?"),
    (r"SyntaxError.*\n.*[\w\])]\s+x\s+[\w(\[]", "Times is written * in Python, and @ for matrices."),
    (
        r"SyntaxError: invalid syntax\. Maybe you meant '==' .*\n\s*(if|while|elif)\b",
        "== asks whether two things are equal; = gives a value.",
    ),
    (r"SyntaxError.*\n\s*assert\b.*[^=!<>]=[^=]", "== asks whether two things are equal; = gives a value."),
    (r"SyntaxError.*\n.*[-+*/]\s+=", "+= is written without a space in it."),
    (r"SyntaxError.*\n.*\]\s+\w+\[", "Between two factors stands a *: A[i][k] * B[k][j]."),
    (r"SyntaxError.*\n.*\brange\(\d+:\d+\)", "range takes its numbers with a comma between: range(0, 2), or range(2)."),
    (r"SyntaxError.*\n.*\brange\s+\w", "range takes its numbers in round brackets: range(2)."),
    (r"NameError.*\n\s*\w+\s*<-", "A value is given with = in Python: X = np.random.randn(100, 8)."),
    (r"(NameError: name 'T'|TypeError: ufunc 'bitwise_xor').*\n.*\^", "^ turns no matrix: write A.T."),
    (
        r"NameError: name '(true|false|null|nil|undefined)' is not defined",
        "Python writes True, False and None with capitals.",
    ),
    (r"NameError: name '(System|Console|console|cout|printf|disp|puts|echo|cat)' is not defined", "Write print(…)."),
    (r"NameError: name '(this)' is not defined", "The object of a method is called self."),
    (
        r"NameError: name '(size|dim|nrow|ncol|length|numel)' is not defined",
        "An array's shape is A.shape, and the length of a list is len(A).",
    ),
    (
        r"NameError: name '(isequal|identical|isEqual)' is not defined",
        "np.array_equal(A, B) asks whether two arrays are equal.",
    ),
    (
        r"NameError: name 'random' is not defined\n.*\brandom\.(seed|randn?|normal|RandomState|default_rng)\b",
        "NumPy's random is np.random: np.random.seed(42), with `import numpy as np` at the top of the file.",
    ),
    (
        r"AttributeError: module 'random' has no attribute 'r",
        "This is Python's own random, which draws no arrays; NumPy's is np.random: np.random.randn(100, 8).",
    ),
    (
        r"AttributeError: module 'numpy' has no attribute '(randn|seed)'",
        "It is found in np.random: np.random.seed(42), np.random.randn(100, 8).",
    ),
    (
        r"TypeError: 'module' object is not callable\n.*\brandom\(",
        "np.random is a module, and the functions are in it: np.random.randn(100, 8).",
    ),
    (
        r"(ValueError: low >= high|TypeError: .*randint).*\n.*\brandint\(",
        "randint draws whole numbers between two bounds; np.random.randn(100, 8) draws an array of that shape.",
    ),
    (
        r"NameError: name '(rand|randn|zeros|ones|eye|array|dot|matmul|transpose|allclose|array_equal)' is not defined",
        "NumPy's functions are called with its name before them: np.zeros((2, 2)), np.random.randn(5, 3).",
    ),
    (
        r"TypeError: 'numpy\.ndarray' object is not callable\n.*\w\([\w, :]+\)",
        "Round brackets call a function; square ones take an item, counted from 0: A[i, k].",
    ),
    (
        r"TypeError: 'list' object is not callable\n.*\w\([\w, :]+\)",
        "Round brackets call a function; square ones take an item, counted from 0: A[i][k].",
    ),
    (
        r"TypeError: unhashable type: '(set|list|dict)'\n.*\{\s*[\[{]",
        "Lists are written with square brackets: [[1, 2], [3, 4]].",
    ),
    (r"AttributeError: 'list' object has no attribute 'T'", "Lists have no .T, NumPy's arrays have: np.array(A).T."),
    (
        r"AttributeError: 'list' object has no attribute '(shape|dot|reshape|transpose|size)'",
        "That is what NumPy's arrays have: np.array(C).shape.",
    ),
    (
        r"AttributeError: '(list|numpy\.ndarray)' object has no attribute '(length|len|count)'",
        "Write len(A), or A.shape.",
    ),
    (
        r"AttributeError: '(list|numpy\.ndarray)' object has no attribute '(equals|isequal|eq)'",
        "np.array_equal(A, B) asks whether two arrays are equal.",
    ),
    (
        r"(ValueError: matmul|TypeError|IndexError|AttributeError: 'tuple').*\n.*@\s*\w+(\.T)?\.shape",
        "The product needs brackets around it: (A.T @ B).shape.",
    ),
)
"""The first pattern that fits tells it."""
