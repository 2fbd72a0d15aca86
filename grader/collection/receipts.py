"""What Blackboard's own text beside each attempt says about its student: `Name: Jane Doe (jdoe)`, in its first line."""

from __future__ import annotations

import re

_NAME = re.compile(r"\ufeff?\w{1,20}: ([^\r\n]{1,200}) \(([^()\r\n]{1,100})\)[ \t]*(?:\r?\n|$)")


def name_in(receipt: bytes, user: str) -> str | None:
    """The name of the student who has that user name, or one that `user` ends with; None where another one is meant."""
    found = _NAME.match(receipt.decode("utf-8", "replace"))
    return found[1].strip() if found and user.endswith(found[2]) else None
