"""The lines of a source."""

from __future__ import annotations


def split_lines(text: str) -> list[str]:
    """Lines as the tokenizer counts them: at \\n, \\r\\n and \\r only."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
