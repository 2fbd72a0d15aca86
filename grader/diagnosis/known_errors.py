"""What to try about errors that stop a file that Python can read: of the error with its message, and the line below."""

from __future__ import annotations

OF_A_NOTEBOOK = "get_ipython() is a notebook's: take such lines out of a Python file."
KNOWN_ERRORS = (
    (
        r"SyntaxError.*\n\s*import\s+numpy\s+(?!as\b)\w+\s+\w+|"
        r"ModuleNotFoundError: No module named '(?i:n\w{1,3}p\w{0,2}|numy|np|num)'",
        "Did you mean `import numpy as np`?",
    ),
    (r"ImportError: cannot import name '(np|numpy)' from 'numpy'", "NumPy itself is imported by `import numpy as np`."),
    (
        r"ImportError: cannot import name '(randn?|seed|normal|standard_normal|default_rng)' from 'numpy' ",
        "NumPy keeps it in its random: write `import numpy as np`, then np.random.seed(42), np.random.randn(100, 8).",
    ),
    (r"NameError: name 'get_ipython' ", OF_A_NOTEBOOK),
    (r"NameError: name 'display' ", "Only a notebook knows display: in a Python file it is print."),
    (
        r"FileNotFoundError",
        "No other file is there when this one is graded: write the numbers that it needs into it.",
    ),
    (
        r"NameError: name 'random' is not defined\n.*\brandom\.(seed|randn?|normal|RandomState|default_rng)\b",
        "NumPy's random is np.random: np.random.seed(42), with `import numpy as np` at the top of the file.",
    ),
    (
        r"AttributeError: module 'random' has no attribute "
        r"'(randn|rand|random_sample|normal|standard_normal|default_rng|RandomState)'",
        "This is Python's own random, which draws no arrays; NumPy's is np.random: np.random.randn(100, 8).",
    ),
    (
        r"AttributeError: module 'numpy' has no attribute '(randn?|seed|normal|standard_normal|default_rng)'",
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
        r"NameError: name '(rand|randn|zeros|ones|eye|array|dot|matmul|transpose|allclose|array_equal)' is not defined"
        r"\n.*\b\1\(",
        "NumPy's functions are called with its name before them: np.zeros((2, 2)), np.random.randn(5, 3).",
    ),
    (
        r"TypeError: only integer scalar arrays .*\n.*\btranspose\(",
        "transpose() turns one matrix, and multiplies nothing: np.transpose(A) @ B.",
    ),
    (
        r"ValueError: shapes .* not aligned.*\n.*\b(?:np|numpy)\.inner\(",
        "np.inner multiplies rows with rows; a product of matrices is written with @: A.T @ B.",
    ),
    (r"AttributeError: 'list' object has no attribute 'T'", "Lists have no .T, NumPy's arrays have: np.array(A).T."),
    (
        r"AttributeError: 'list' object has no attribute '(shape|dot|reshape|transpose|size)'",
        "That is what NumPy's arrays have: np.array(C).shape.",
    ),
    (
        r"(ValueError: matmul|TypeError|IndexError|AttributeError: 'tuple').*\n.*@\s*\w+(\.T)?\.shape",
        "The product needs brackets around it: (A.T @ B).shape.",
    ),
    (
        r"TypeError: '[\w.]+' object is not subscriptable\n.*\b(?:np|numpy)\.(\w+\.)?\w+\[",
        "Square brackets take something out of a list; a function is called with round ones: np.dot(A, B).",
    ),
    (
        r"TypeError: list indices must be integers or slices, not tuple\n.*(?<![\w\])])\[[\d., ]+\]\s*\[[\d., ]+\]",
        "A comma is missing between the rows: [[1, 2], [3, 4]].",
    ),
    (
        r"TypeError: Field elements must be .*\n.*array\(",
        "np.array takes all rows in one list: np.array([[1, 2], [3, 4]]).",
    ),
    (
        r"TypeError: Cannot interpret '\d+' as a data type\n.*\barray\(",
        "np.array takes the numbers themselves, [[1, 2], [3, 4]]; np.random.randn(5, 3) draws as many as that.",
    ),
    (
        r"TypeError: Cannot interpret '\d+' as a data type\n.*\b(zeros|ones|empty)\(",
        "The shape is one value, in brackets of its own: np.zeros((2, 2)).",
    ),
    (
        r"TypeError: not all arguments converted during string formatting\n.*%.*\bshape\b",
        'A shape is two numbers, and % takes each for a value of its own: print(f"{C.shape}").',
    ),
    (
        r"TypeError: ('(list|tuple)' object cannot be interpreted as an integer|only integer scalar arrays).*"
        r"\n.*\brange\(",
        "range takes a number: range(len(A)), or range(A.shape[0]).",
    ),
    (
        r"AttributeError: 'NoneType' object has no attribute '\w+'\n.*\bprint\((?:[^()]|\([^()]*\))*\)\.\w+",
        "The attribute belongs inside of the brackets: print(H1.shape).",
    ),
    (
        r"AttributeError: 'NoneType' object has no attribute '(append|extend|sort)'",
        "append changes the list itself and gives None: write row.append(total), without row = before it.",
    ),
    (
        r"AttributeError: 'NoneType' object has no attribute|TypeError: unsupported operand type\(s\) for .*'NoneType'|"
        r"TypeError: 'NoneType' object is not",
        "None is what a function gives that has no return: does the one that made this end with return?",
    ),
    (
        r"TypeError: unsupported operand type\(s\) for .*'(builtin_function_or_method|method|function|type)'",
        "A function without brackets behind it is not called: A.transpose(), or A.T.",
    ),
    (
        r"TypeError: can't multiply sequence by non-int of type '(list|float)'",
        "* repeats a list; loops multiply its numbers: A[i][k] * B[k][j].",
    ),
    (
        r"AttributeError: 'tuple' object has no attribute '(T|transpose|dot)'",
        "This is a tuple, as a shape is one, and no array: A.T turns an array.",
    ),
    (
        r"AttributeError: 'numpy.ndarray' object has no attribute '(mat_?mul|multiply|mult?|times|product)'",
        "Write X @ W1, or np.matmul(X, W1).",
    ),
    (
        r"TypeError: (array_equal|allclose|isclose)\(\) missing \d+ required positional argument",
        "It takes both results in its brackets: np.array_equal(C, A @ B).",
    ),
    (
        r"TypeError: ufunc 'bitwise_(and|or)' not supported.*\n.*==",
        "& and | go before ==, so they join the numbers beside them: write `and` for &, and `or` for |.",
    ),
    (
        r"TypeError: 'tuple' object does not support item assignment",
        "Round brackets make a tuple, which stays as it is: square ones make a list, [[0, 0], [0, 0]].",
    ),
    (
        r"TypeError: unsupported operand type\(s\) for \+=?: 'int' and '(list|tuple)'\n.*\bin zip\(\w+\)",
        "zip(B) gives the rows of B, each in brackets of its own; zip(*B) gives its columns.",
    ),
    (
        r"TypeError: [\w.<>]+\(\) missing \d+ required positional argument",
        "The brackets of the call take what the function needs: np.full((2, 2), 0) has a shape and a number.",
    ),
    (
        r"IndexError: (only integers, slices|arrays used as indices)|"
        r"TypeError: list indices must be integers or slices, not (list|float|str)",
        "`for i in A` gives A's rows themselves; `for i in range(len(A))` gives the numbers to index with.",
    ),
    (
        r"\w+: .*\b[Ee]llipsis\b|ValueError: matmul: .*\n.*(@ ?\.\.\.|\.\.\. ?@)",
        "`...` only stands for what is still to be written.",
    ),
    (
        r"ValueError: matmul: .* does not have enough dimensions.*\n.*\.transpose\b(?!\()",
        "Write A.T, or A.transpose().",
    ),
    (
        r"ValueError: matmul: Input operand \d does not have enough dimensions",
        "@ multiplies matrices, and one of these two is none: a single number, a function without its brackets, or "
        "what a function gives that has no return.",
    ),
    (r"NameError: name '_{2,}' is not defined", "This is a blank that is still to be filled in."),
    (
        r"ValueError: The truth value of an array.*\n\s*(el)?if\s+\w+\s*[<>]=?\s*0(\.0?)?\s*:",
        "An if decides once, and this is a whole array: np.maximum(0, z) sets what is below 0 to 0, entry by entry.",
    ),
    (
        r"TypeError: cannot unpack non-iterable (method|function|builtin_function_or_method|type) object",
        "Behind = a function is only named: to call it, write brackets behind it, with what it takes.",
    ),
    (
        r"TypeError: random\(\) takes at most 1 positional argument \(2 given\)",
        "random draws between 0 and 1, and takes one shape; the exercise asks for randn: np.random.randn(8, 16).",
    ),
    (
        r"ValueError: The truth value of an array.*\n.*\b(max|min)\(",
        "max and min look for the greatest and least of several; np.maximum(0, z) goes entry by entry.",
    ),
    (
        r"(TypeError: ('float' object cannot be interpreted as an integer|only integer scalar arrays)|\w*AxisError).*"
        r"\n.*\bnp\.(max|min)\(",
        "np.max looks for the greatest along an axis; np.maximum(0, z) goes entry by entry.",
    ),
    (
        r"TypeError: 'int' object is not callable\n.*\bseed\(",
        "A line above gives seed a number with =, and so the function is gone: take that line out.",
    ),
    (
        r"\w*TypeError.*(string multiply|dtype\('<U|non-int of type '(numpy\.)?str)",
        'The entries are texts, as "1" is with its quotes; numbers are written without them.',
    ),
    (
        r"NameError: name '(torch|nn|F|tf|keras|jnp|jax|pd|plt|sns|sklearn|cp)' is not defined",
        "That library is not there when a file is graded: what uses it has to be written with NumPy.",
    ),
    (r"NameError: name 'np' is not defined", "Write `import numpy as np` at the top of the file."),
    (r"TypeError: 'numpy.ndarray' object is not callable\n.*\.T\(\)", "Write A.T, without brackets behind it."),
    (
        r"IndexError: list assignment index out of range",
        "A list has only the places that it was made with: start from [[0, 0], [0, 0]], or append.",
    ),
    (
        r"IndexError: list index out of range",
        "Places of a list are counted from 0, and the last one is len - 1: print the index and the list before it.",
    ),
    (
        r"TypeError: unsupported operand type\(s\) for @: '(numpy\.)?(int|float)\w*' and '(numpy\.)?(int|float)",
        "@ multiplies matrices; two numbers are multiplied with *.",
    ),
    (
        r"TypeError: tuple indices must be integers or slices, not tuple",
        "Rows with a comma between them and no brackets around are a tuple, which takes one index at a time, A[i][k]: "
        "write [[1, 2], [3, 4]].",
    ),
    (
        r"TypeError: ('\w+' is an invalid keyword argument for print|print\(\) got an unexpected keyword)",
        "In the brackets of a call = names an option: == asks whether two things are equal, and a value gets its name "
        "on a line of its own.",
    ),
    (r"TypeError: list indices must be integers or slices, not tuple", "A list takes one index at a time: A[i][k]."),
    (r"TypeError: 'int' object is not iterable\n\s*for ", "A loop over numbers needs range: for i in range(2)."),
    (
        r"TypeError: unsupported operand type\(s\) for @: 'list' and 'list'",
        "Lists have no product; NumPy's arrays have: np.array(A) @ np.array(B). By hand it takes three loops.",
    ),
    (
        r"TypeError: can only concatenate str.*\n.*\bprint\(",
        "+ joins a text only with a text. Give print several values, with commas between, or use an f-string.",
    ),
    (
        r"TypeError: (can only concatenate str|unsupported operand type\(s\) for .*'str')",
        'One of the two is a text, as "0" is with its quotes; numbers are written without them.',
    ),
    (
        r"TypeError: 'tuple' object cannot be interpreted as an integer\n.*\brandn?\(",
        "np.random.randn takes the lengths one by one: np.random.randn(100, 8).",
    ),
    (
        r"TypeError: only (0-dimensional|length-1|size-1) arrays can be converted.*\n.*\bmath\.",
        "math works on single numbers; NumPy's function of the same name takes whole arrays.",
    ),
    (
        r"ValueError: operands could not be broadcast together.*\n\s*\w+\s*==\s*[^=\n]*$",
        "== only asks whether two things are equal; to give the name on its left a value, write = instead.",
    ),
    (
        r"ValueError: operands could not be broadcast together.*\n.*/.*\.(sum|max|mean)\(axis=(1|-1)\)",
        "axis=1 leaves one number a row, in an array of one dimension: with axis=1, keepdims=True it keeps its two.",
    ),
    (
        r"ValueError: operands could not be broadcast together.*\n.*(==|!=|equal|close)",
        "What is compared here has two different shapes: print both.",
    ),
    (
        r"ValueError: operands could not be broadcast together with remapped shapes",
        "In an einsum a letter stands for one length: where it stands twice, both arrays need that length there.",
    ),
    (
        r"ValueError: shape-mismatch for sum",
        "tensordot adds up along the axes that axes= names, A's first: both need the same length.",
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
"""The first pattern that fits tells it."""
