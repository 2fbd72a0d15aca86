"""The lines of a source."""

from __future__ import annotations

import functools
import io
import tokenize
from collections.abc import Sequence


def split_lines(text: str) -> list[str]:
    """Lines as the tokenizer counts them: at \\n, \\r\\n and \\r only."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@functools.lru_cache(maxsize=4)
def code_lines(text: str) -> Sequence[str]:
    """The same lines without what only stands there for people: comments. As they are where Python cannot read them."""
    rows = split_lines(text)
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(rows)).readline):
            if token.type == tokenize.COMMENT:
                row, column = token.start
                rows[row - 1] = rows[row - 1][:column]
    except (tokenize.TokenError, SyntaxError, ValueError):
        return split_lines(text)
    return rows
